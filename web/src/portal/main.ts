// Mounts the entry. Screens decide nothing that the server has not decided.
import { mount } from "svelte";
import "#ui/kit.css";
import { restore_language } from "#ui/preferences";
import App from "./App.svelte";
import "./portal.css";

restore_language();
const target = document.getElementById("app");
if (target) mount(App, { target });
