// Starts a rich-text editor of Wagtail's admin when its field comes near the screen.
// <input type="hidden" data-controller="lazy-editor" …> <div class="lazy-editor">its words</div>
class LazyEditorController extends window.StimulusModule.Controller {
  connect() {
    this.words = this.element.parentElement.querySelector(".lazy-editor");
    if (!this.words) return;
    // A field in another tab is nowhere until the tab is opened.
    this.observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.start(),
      { rootMargin: "400px 0px" },
    );
    this.observer.observe(this.words);
  }

  disconnect() {
    this.observer?.disconnect();
  }

  start() {
    this.observer.disconnect();
    this.words.remove();
    const detail = JSON.parse(this.element.getAttribute("data-w-init-detail-value"));
    this.dispatch("init", { prefix: "w-draftail", detail });
  }
}

window.wagtail.app.register("lazy-editor", LazyEditorController);
