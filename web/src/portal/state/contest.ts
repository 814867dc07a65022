// What several screens read of one contest.
import { ask, site, type Notice } from "#core/api/site";
import type { Language } from "#core/i18n/language";
import { Resource } from "#ui/resource.svelte";

export const read_notice = (contest: string): Resource<Notice> =>
  new Resource(() => ask(site.GET("/api/contests/{contest}", { params: { path: { contest } } })));

export const contest_title = (
  line: { title: string; title_en?: string },
  language: Language,
): string => (language === "en" && line.title_en ? line.title_en : line.title);

export const post_title = (notice: Notice, post: string): string =>
  notice.posts.find((line) => line.post === post)?.title ?? post;
