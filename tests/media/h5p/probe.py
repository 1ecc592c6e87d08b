"""H5P.ProtectProbe 1.0: a tiny library of our own (MIT), so that no test needs one of others.

It asks one question with yes and no, tells its score by xAPI, gives and takes back its state, and
can hold another content as a child.
"""

import json
from typing import Any

NAME = {"machineName": "H5P.ProtectProbe", "majorVersion": 1, "minorVersion": 0}
FOLDER = "H5P.ProtectProbe-1.0"

LIBRARY_JSON: dict[str, Any] = {
    "title": "ProTECT Probe",
    **NAME,
    "patchVersion": 0,
    "runnable": 1,
    "fullscreen": 0,
    "embedTypes": ["iframe"],
    "license": "MIT",
    "author": "ProTECT",
    "coreApi": {"majorVersion": 1, "minorVersion": 19},
    "preloadedJs": [{"path": "scripts/probe.js"}],
    "preloadedCss": [{"path": "styles/probe.css"}],
}

SEMANTICS: list[dict[str, Any]] = [
    {"name": "question", "type": "text", "label": "Question"},
    {"name": "correct", "type": "boolean", "label": "Yes is right", "default": True},
    {"name": "image", "type": "image", "label": "Image", "optional": True},
    {"name": "child", "type": "library", "label": "Child", "options": [], "optional": True},
]

SCRIPT = """\
var H5P = H5P || {};

H5P.ProtectProbe = (function () {
  function Probe(params, contentId, extras) {
    var self = this;
    H5P.EventDispatcher.call(self);
    var before = (extras && extras.previousState) || {};
    self.contentId = contentId;
    self.answer = before.answer === undefined ? null : before.answer;
    if (params.child) {
      self.child = H5P.newRunnable(params.child, contentId, undefined, false, {
        parent: self,
        previousState: before.child
      });
    }

    function choose(answer) {
      self.answer = answer;
      var right = answer === params.correct;
      var event = self.createXAPIEventTemplate('answered');
      event.setScoredResult(right ? 1 : 0, 1, self, true, right);
      event.data.statement.result.response = String(answer);
      self.trigger(event);
      if (self.child) {
        self.triggerXAPIScored(self.getScore(), self.getMaxScore(), 'completed', true, right);
      }
      self.trigger('resize');
    }

    self.attach = function ($container) {
      var root = $container.get(0);
      root.classList.add('h5p-protect-probe');
      var question = document.createElement('p');
      question.textContent = params.question;
      root.appendChild(question);
      [['Da', true], ['Nu', false]].forEach(function (option) {
        var button = document.createElement('button');
        button.type = 'button';
        button.textContent = option[0];
        button.setAttribute('aria-pressed', String(self.answer === option[1]));
        button.addEventListener('click', function () {
          root.querySelectorAll(':scope > button').forEach(function (one) {
            one.setAttribute('aria-pressed', String(one === button));
          });
          choose(option[1]);
        });
        root.appendChild(button);
      });
      if (params.image && params.image.path) {
        var image = document.createElement('img');
        image.alt = '';
        image.src = H5P.getPath(params.image.path, contentId);
        root.appendChild(image);
      }
      if (self.child) {
        var inner = document.createElement('div');
        root.appendChild(inner);
        self.child.attach(H5P.jQuery(inner));
      }
      self.trigger('resize');
    };

    self.getScore = function () {
      var own = self.answer === params.correct ? 1 : 0;
      return own + (self.child && self.child.getScore ? self.child.getScore() : 0);
    };
    self.getMaxScore = function () {
      return 1 + (self.child && self.child.getMaxScore ? self.child.getMaxScore() : 0);
    };
    self.getAnswerGiven = function () { return self.answer !== null; };
    self.getTitle = function () { return params.question; };
    self.getCurrentState = function () {
      var state = { answer: self.answer === null ? undefined : self.answer };
      if (self.child && self.child.getCurrentState) {
        state.child = self.child.getCurrentState();
      }
      return state;
    };
  }

  Probe.prototype = Object.create(H5P.EventDispatcher.prototype);
  Probe.prototype.constructor = Probe;
  return Probe;
})();
"""

STYLE = """\
.h5p-protect-probe { background: url(../images/dot.svg) no-repeat; padding: 1rem; }
.h5p-protect-probe button { min-height: 2.75rem; }
"""

DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">'
    '<circle cx="4" cy="4" r="4"/></svg>'
)


def probe_files(**changes: Any) -> dict[str, bytes]:
    """The library's files by their path in a package; `changes` to its library.json."""
    metadata = {**LIBRARY_JSON, **changes}
    return {
        f"{FOLDER}/library.json": json.dumps(metadata).encode(),
        f"{FOLDER}/semantics.json": json.dumps(SEMANTICS).encode(),
        f"{FOLDER}/language/ro.json": json.dumps({"semantics": []}).encode(),
        f"{FOLDER}/scripts/probe.js": SCRIPT.encode(),
        f"{FOLDER}/styles/probe.css": STYLE.encode(),
        f"{FOLDER}/images/dot.svg": DOT.encode(),
    }
