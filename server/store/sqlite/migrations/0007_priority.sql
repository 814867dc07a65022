-- Of the finding on priority points: which group is claimed.
ALTER TABLE finding ADD COLUMN claims TEXT;
