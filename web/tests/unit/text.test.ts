// Order, search, dates, numbers and routes: what a person reads and types.
import { describe, expect, it } from "vitest";
import { compare_names, compare_text, fold, search, split_name } from "#core/collate";
import {
  bytes_text,
  date_text,
  date_time_text,
  duration_text,
  points_text,
  span_text,
  time_text,
} from "#core/format";
import { common_en } from "#core/i18n/common.en";
import { common_vi } from "#core/i18n/common.vi";
import { build_path, match_route } from "#core/router";

const at = Date.UTC(2026, 10, 24, 2, 41, 7);

describe("Vietnamese order", () => {
  it("sorts letters and tones as a dictionary does", () => {
    const letters = ["đ", "ă", "a", "u", "ơ", "o", "ô", "â", "d", "ư", "e", "ê"];
    expect([...letters].sort(compare_text).join(" ")).toBe("a ă â d đ e ê o ô ơ u ư");
    const tones = ["mạ", "mã", "má", "mả", "mà", "ma"];
    expect([...tones].sort(compare_text).join(" ")).toBe("ma mà mả mã má mạ");
  });
  it("sorts people by given name, then by the rest", () => {
    const people = ["Trần Văn Bình", "Đỗ Thị Anh", "Lê Ánh", "Đặng Văn An"].map(split_name);
    const names = people.sort(compare_names).map((p) => `${p.rest} ${p.given_name}`);
    expect(names).toEqual(["Đặng Văn An", "Đỗ Thị Anh", "Lê Ánh", "Trần Văn Bình"]);
  });
  it("takes a single word as the given name", () => {
    expect(split_name("  Y   Moan ")).toEqual({ given_name: "Moan", rest: "Y" });
    expect(split_name("Quỳnh")).toEqual({ given_name: "Quỳnh", rest: "" });
  });
});

describe("Search", () => {
  it("folds marks and đ, composed or not", () => {
    expect(fold("Đỗ Nguyễn Thị Quỳnh")).toBe("do nguyen thi quynh");
    expect(fold("Đỗ Quỳnh".normalize("NFD"))).toBe("do quynh");
  });
  it("puts the same marks before other marks", () => {
    const names = ["Hoà", "Hoa", "Hóa", "An"];
    expect(search(names, "hoa", (n) => n)).toEqual(["Hoa", "Hoà", "Hóa"]);
    expect(search(names, "", (n) => n)).toEqual(names);
  });
});

describe("Formats", () => {
  it("show the contest's zone whatever the device's is", () => {
    expect(time_text(at)).toBe("09:41:07");
    expect(span_text(at, at + 3_600_000)).toBe("09:41–10:41, 24/11/2026");
    expect(span_text(at, at + 86_400_000)).toBe("09:41, 24/11/2026 – 09:41, 25/11/2026");
    expect(date_text(at)).toBe("24/11/2026");
    expect(date_text(at, "en")).toBe("24 Nov 2026");
    expect(date_time_text(at)).toBe("09:41, 24/11/2026");
  });
  it("round the time left up, and never below zero", () => {
    expect(duration_text(4_368_000)).toBe("01:12:48");
    expect(duration_text(1)).toBe("00:00:01");
    expect(duration_text(-5)).toBe("00:00:00");
  });
  it("show hundredths exactly, with the comma in Vietnamese", () => {
    expect(points_text(100)).toBe("1");
    expect(points_text(1725)).toBe("17,25");
    expect(points_text(50, "en")).toBe("0.5");
    expect(points_text(-105)).toBe("-1,05");
    expect(bytes_text(1_400_000)).toBe("1,4 MB");
  });
});

describe("Routes", () => {
  const table = { home: "/thi/", sitting: "/thi/{sitting}" } as const;
  it("match and build the same paths", () => {
    expect(match_route(table, "/thi")).toEqual({ name: "home", params: {} });
    const path = build_path(table, "sitting", { sitting: "sit_0a/b" });
    expect(path).toBe("/thi/sit_0a%2Fb");
    expect(match_route(table, path)).toEqual({ name: "sitting", params: { sitting: "sit_0a/b" } });
  });
  it("refuse what is not in the table", () => {
    expect(match_route(table, "/thi/a/b")).toBeUndefined();
    expect(match_route(table, "/thi/%E0%A4%A")).toBeUndefined();
  });
});

describe("Catalogues", () => {
  const keys = (value: object, path = ""): string[] =>
    Object.entries(value).flatMap(([k, v]) =>
      v && typeof v === "object" ? keys(v as object, `${path}${k}.`) : [`${path}${k}`],
    );
  it("have the same keys in both languages, NFC, and no exclamation marks", () => {
    expect(keys(common_en)).toEqual(keys(common_vi));
    const text = JSON.stringify([common_vi, common_en]);
    expect(text).toBe(text.normalize("NFC"));
    expect(text).not.toContain("!");
  });
});
