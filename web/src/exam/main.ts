// Mounts the exam entry and installs its service worker.
import { mount } from "svelte";
import "#ui/kit.css";
import "./frame.css";
import "./question.css";
import "./palette.css";
import "./pages.css";
import App from "./App.svelte";
import { register_worker } from "./worker/register";

void register_worker();
const target = document.getElementById("app");
if (target) mount(App, { target });
