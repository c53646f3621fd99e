// The kept shell: registered once; a new one waits until the person says so.
import { find, tell } from "./html.js";
import { keep } from "./form.js";

const SETTLED = 1000; // ms: letting a new worker in right after loading can hang the page
const PATIENCE = 5000;

function offer(worker) {
  find("#update").hidden = false;
  find("#renew").onclick = () => renew(worker);
}

async function renew(worker) {
  await keep();
  const changed = new Promise((done) => {
    navigator.serviceWorker.addEventListener("controllerchange", () => done(true), { once: true });
    setTimeout(() => done(false), PATIENCE);
  });
  await new Promise((done) => setTimeout(done, SETTLED));
  worker.postMessage("go");
  if (await changed) location.reload();
  else tell("请把写完的都关掉，关闭所有下乡工作台窗口，再打开，就是新版本。", "amber");
}

function watch(registration) {
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && navigator.serviceWorker.controller) offer(coming);
    });
  });
}

export async function watchShell() {
  if (!navigator.serviceWorker) return;
  try {
    watch(await navigator.serviceWorker.register("/desk/worker.js", { scope: "/desk", updateViaCache: "none" }));
  } catch (error) {
    console.warn("desk", error.name);
    tell("这台电脑上不能离线打开工作台（浏览器没有收下它）。有网络时照样可以用。", "amber");
  }
}
