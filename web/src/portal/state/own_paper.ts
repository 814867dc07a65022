// The paper that a candidate sat and what was answered, after the exam: opened with the key that
// the candidate has had since the bell. Questions come in the order that the candidate saw.
import { ask, site } from "#core/api/site";
import type { PaperOrder } from "#core/api/types";
import { lay_out, open_paper, type QuestionView } from "#core/paper";
import type { Bytes } from "#core/proof/bytes";

export interface OwnPaper {
  questions: QuestionView[];
  answers: Map<string, string>; // Essays and short texts; others are no text.
}

// Undefined where the server gives the paper no more: the page then does without its words.
export async function read_own_paper(
  sitting: string,
  paper: string,
): Promise<OwnPaper | undefined> {
  const path = { params: { path: { sitting } } };
  const [key, answers, bytes] = await Promise.all([
    ask(site.GET("/api/sittings/{sitting}/key", path)),
    ask(site.GET("/api/sittings/{sitting}/answers", path)),
    ask(
      site.GET("/api/papers/{paper}/ciphertext", {
        params: { path: { paper } },
        parseAs: "arrayBuffer",
      }),
    ),
  ]);
  if (!key.ok || !bytes.ok) return undefined;
  try {
    const ciphertext: Bytes = new Uint8Array(bytes.data as unknown as ArrayBuffer);
    const content = await open_paper(paper, ciphertext, key.data.key);
    const given = answers.ok ? answers.data.answers : [];
    return {
      questions: lay_out(content, key.data.order as PaperOrder).questions,
      answers: new Map(
        given.flatMap(({ item, value }) => (typeof value === "string" ? [[item, value]] : [])),
      ),
    };
  } catch {
    return undefined;
  }
}
