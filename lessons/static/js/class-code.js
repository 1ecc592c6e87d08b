// The class-result code of a pack (lessons/packs/class_codes.py): what the teacher typed, with a
// seal that only this pack and the server can make. Works on a page opened from a USB stick.
globalThis.ClassCode = (() => {
  const ALPHABET = "BCDHJKLMRTWXZ";
  const LETTERS = 20;
  const FIRST_DAY = Date.UTC(2026, 0, 1);
  const DAY = 24 * 60 * 60 * 1000;

  // SHA-256 (FIPS 180-4): the browser's own is not open to pages from a USB stick.
  const primes = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
  const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  const K = primes.map((prime) => fraction(Math.cbrt(prime)));
  const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  const turn = (word, by) => (word >>> by) | (word << (32 - by));

  function sha256(bytes) {
    const blocks = Math.ceil((bytes.length + 9) / 64);
    const padded = new Uint8Array(blocks * 64);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 4, bytes.length * 8);
    const state = [...START];
    for (let block = 0; block < padded.length; block += 64) {
      const w = Array.from({ length: 16 }, (_unused, at) => view.getInt32(block + at * 4));
      for (let at = 16; at < 64; at += 1) {
        const [a, b] = [w[at - 15], w[at - 2]];
        const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
        const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
        w[at] = (w[at - 16] + s0 + w[at - 7] + s1) | 0;
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let at = 0; at < 64; at += 1) {
        const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[at] + w[at];
        const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
      }
      [a, b, c, d, e, f, g, h].forEach((word, at) => { state[at] = (state[at] + word) | 0; });
    }
    return state.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
  }

  function hmac(key, message) {
    const padded = Array.from({ length: 64 }, (_unused, at) => key[at] || 0);
    const inner = sha256(Uint8Array.from([...padded.map((byte) => byte ^ 0x36), ...message]));
    return sha256(Uint8Array.from([...padded.map((byte) => byte ^ 0x5c), ...inner]));
  }

  const bytesOf = (hex) => hex.match(/../g).map((pair) => parseInt(pair, 16));

  // `day` is 2026-11-24 or empty, `grade` 0–13 or empty, `letter` A–Z or empty.
  function write({ pupils, day, grade, letter, nonce }, key) {
    const days = day ? (Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / DAY + 1 : 0;
    let facts = BigInt(pupils);
    for (const [bits, value] of [
      [12n, days],
      [4n, grade === "" ? 0 : Number(grade) + 1],
      [5n, letter ? letter.charCodeAt(0) - 64 : 0],
      [12n, nonce],
    ]) facts = (facts << bits) | BigInt(value);
    const message = [4, 3, 2, 1, 0].map((at) => Number((facts >> BigInt(at * 8)) & 255n));
    const seal = hmac(bytesOf(key), [...new TextEncoder().encode("clasa1"), ...message]).slice(0, 5);
    const top = seal.reduce((whole, byte) => (whole << 8n) | BigInt(byte), 0n) >> 6n;
    let number = (facts << 34n) | top;
    let code = "";
    for (let at = 0; at < LETTERS; at += 1) {
      code = ALPHABET[Number(number % 13n)] + (at && at % 4 === 0 ? "-" : "") + code;
      number /= 13n;
    }
    return code;
  }

  return { write };
})();

const form = globalThis.document?.getElementById("clasa");
if (form) {
  const { key } = JSON.parse(document.getElementById("cheia").textContent);
  // Two classes of the same size on the same day get two codes; one page gives one.
  const nonce = crypto.getRandomValues(new Uint16Array(1))[0] & 4095;
  const out = document.getElementById("cod");
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { pupils, day, grade, letter } = Object.fromEntries(new FormData(form));
    out.textContent = ClassCode.write({ pupils, day, grade, letter, nonce }, key);
    document.getElementById("rezultat").hidden = false;
    out.focus();
  });
}
