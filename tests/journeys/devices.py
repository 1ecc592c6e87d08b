"""What a device keeps, asked in a real browser."""

KEPT = """async () => {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const requests = await Promise.all(caches_.map((cache) => cache.keys()));
  return requests.flat().map((request) => new URL(request.url).pathname);
}"""
HAS_FONT = """() => document.fonts.ready.then(
  () => document.fonts.check('1em "Atkinson Hyperlegible Next"'))"""
NOTHING_SAVED = """() => caches.keys().then(
  (names) => !names.some((name) => name.startsWith('modul ')))"""
NOTHING_WAITS = """() => caches.has('coada').then(
  async () => !(await (await caches.open('coada')).keys()).length)"""
WORKERS = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
ONE_OTHER_SAVED = """(before) => caches.keys().then((names) => {
  const saved = names.filter((name) => name.startsWith('modul '));
  return saved.length === 1 && !before.includes(saved[0]);
})"""
SETTLED = """() => navigator.serviceWorker.getRegistration().then(
  (one) => one.active.state === 'activated' && !one.installing && !one.waiting)"""
UPDATE = "navigator.serviceWorker.getRegistration().then((one) => one.update())"


def wait_until(page, asked: str, *given) -> None:
    """Wait for a promise of true (`wait_for_function` takes the promise itself for true)."""
    for _ in range(300):
        if page.evaluate(asked, *given):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never: {asked}")


def kept_paths(page) -> list[str]:
    return page.evaluate(KEPT)


def take_the_new_worker(page) -> None:
    page.evaluate(UPDATE)
    wait_until(page, SETTLED)
