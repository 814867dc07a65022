// Lint rules for the client. Formatting is prettier's business, not eslint's.
import ts from "typescript-eslint";
import svelte from "eslint-plugin-svelte";
import svelte_config from "./svelte.config.js";

const rules = {
    "max-lines": ["error", { max: 400 }],
    "max-lines-per-function": ["error", { max: 70 }],
    "no-eval": "error",
    "no-implied-eval": "error",
    "no-console": "error",
    "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Trusted Types: build nodes, never markup." },
        { property: "outerHTML", message: "Trusted Types: build nodes, never markup." },
    ],
    eqeqeq: ["error", "always"],
    "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    "@typescript-eslint/consistent-type-imports": "error",
};

export default ts.config(
    { ignores: ["dist", "node_modules", "src/core/api/schema.d.ts"] },
    ...ts.configs.strict,
    ...svelte.configs.recommended,
    { rules },
    {
        files: ["**/*.svelte", "**/*.svelte.ts"],
        languageOptions: { parserOptions: { parser: ts.parser, svelteConfig: svelte_config } },
        rules: {
            "svelte/no-at-html-tags": "error",
            "svelte/no-inline-styles": ["error", { allowTransitions: false }],
            "svelte/no-navigation-without-resolve": "off",
            "max-lines-per-function": "off",
        },
    },
    {
        files: ["src/core/i18n/**", "tests/**"],
        rules: { "max-lines-per-function": "off", "max-lines": "off" },
    },
    {
        files: ["scripts/**", "tests/**", "vite/**"],
        rules: { "no-console": "off", "@typescript-eslint/no-non-null-assertion": "off" },
    },
);
