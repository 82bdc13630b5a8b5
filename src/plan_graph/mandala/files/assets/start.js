// The beginning: what the address says is shown, and shown again whenever it or the window changes.

root.classList.add("script");
layOut();
app.on(render);
window.addEventListener("hashchange", app.restore);
window.addEventListener("popstate", app.restore);
window.addEventListener("resize", app.render);
app.restore();
