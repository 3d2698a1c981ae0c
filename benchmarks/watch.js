// Runs in every measured page before its own scripts. Times are the page's own: none of them holds
// what it costs to drive the browser from outside.
window.bench = {
  patience: 20_000,
  href: location.href, // as it was when the reader clicked
  begun: 0, // when the reader clicked
  last: 0, // when the page last changed
  first: 0, // when the first figure was repainted
  ran: false, // whether Streamlit's script has run since
  revised: 0,

  arm() {
    Object.assign(this, { begun: 0, last: 0, first: 0, ran: false, revised: 0 });
    this.href = location.href;
    // The capturing listener on the window is the first to hear of a click.
    addEventListener("click", () => { this.begun = this.last = performance.now(); }, {
      capture: true,
      once: true,
    });
  },

  // Fixture: when all drawings carry the words, and the browser has painted them.
  painted(words, count) {
    const drawn = () =>
      [...document.querySelectorAll(".js-plotly-plot")].filter((plot) =>
        [...plot.querySelectorAll(".annotation-text")].some((text) => text.textContent === words),
      ).length;
    return new Promise((resolve, reject) => {
      const end = performance.now() + this.patience;
      const look = () => {
        const found = drawn();
        if (performance.now() > end) return reject(new Error(`${found} of ${count}: ${words}`));
        if (found && !this.first) this.first = performance.now();
        if (found >= count) {
          requestAnimationFrame(() => resolve([this.first - this.begun, performance.now() - this.begun]));
        } else requestAnimationFrame(look);
      };
      look();
    });
  },

  // Dashboard: when nothing has changed for a while, the time of the last change.
  settled(quiet) {
    const state = () =>
      document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-script-state");
    const whole = () =>
      document.querySelector("h1") &&
      state() === "notRunning" &&
      !document.querySelector(
        '[data-testid="chart"]:not([data-ready="true"], [data-ready="empty"])',
      );
    return new Promise((resolve, reject) => {
      const end = performance.now() + this.patience;
      const look = () => {
        const now = performance.now();
        // A quick run never shows in the state; its new address does.
        if (!this.ran && location.href !== this.href) {
          this.ran = true;
          this.last = now;
        }
        if (now > end) return reject(new Error(`not settled: ${state()}`));
        if (whole() && this.ran && now - this.last > quiet) {
          const first = this.first ? this.first - this.begun : null;
          resolve([first, this.last - this.begun, this.revised]);
        } else setTimeout(look, 20);
      };
      look();
    });
  },
};

new MutationObserver((changes) => {
  const { bench } = window;
  for (const { attributeName } of changes) {
    if (attributeName === "data-test-script-state") {
      bench.ran = true;
    } else {
      bench.revised += 1;
      requestAnimationFrame(() => {
        bench.last = performance.now();
        bench.first ||= bench.last;
      });
    }
    bench.last = performance.now();
  }
}).observe(document, {
  subtree: true,
  attributes: true,
  attributeFilter: ["data-test-script-state", "data-revision"],
});
