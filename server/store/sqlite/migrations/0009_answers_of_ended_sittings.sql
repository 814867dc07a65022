-- Rows of answers are those of sittings that have ended (ADR 16); before, their saves say them.
DELETE FROM answer WHERE sitting IN (SELECT sitting FROM sitting WHERE ended IS NULL);
