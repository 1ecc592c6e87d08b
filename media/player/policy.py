"""What a frame of an activity may do: run its own files, and reach nothing else.

The page is opaque twice over: by the attribute of the frame, and by its own header when it is
opened without one. Sources are the addresses below /h5p/ and not the whole site, so that a library
cannot even knock at another address of ours.
"""

from django.conf import settings
from django.http import HttpRequest

from media.player.middleware import PREFIX

# Anything that a browser would ask the reader for. Full screen is asked for by a press inside.
PERMISSIONS = (
    "accelerometer camera display-capture geolocation gyroscope microphone midi payment usb"
)


def files_origin() -> str:
    """The host that frames load their files from."""
    return settings.H5P_ORIGIN or settings.SITE_URL


def frame_headers(request: HttpRequest, *, needs_eval: bool) -> dict[str, str]:
    """The headers of a player's page."""
    return {
        "Content-Security-Policy": _policy(request, needs_eval=needs_eval),
        # What no policy of content covers, peer connections first. Browsers without it have
        # `before.js` alone.
        "Connection-Allowlist": f'("{files_origin()}{PREFIX}*")',
        "Permissions-Policy": ", ".join(f"{name}=()" for name in PERMISSIONS.split()),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def _policy(request: HttpRequest, *, needs_eval: bool) -> str:
    files = f"{files_origin()}{PREFIX}"
    scripts = f"{files} 'unsafe-eval'" if needs_eval else files
    return "; ".join(
        (
            "sandbox allow-scripts",
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {files} 'unsafe-inline'",
            f"img-src {files} data: blob:",
            f"font-src {files} data:",
            f"media-src {files} blob:",
            f"connect-src {files}",
            f"frame-ancestors {' '.join(_sites(request))}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _sites(request: HttpRequest) -> list[str]:
    """Who may show the frame: the site, also under another of its names."""
    here = f"{request.scheme}://{request.get_host()}"
    return [
        settings.SITE_URL,
        *([here] if here not in (settings.SITE_URL, settings.H5P_ORIGIN) else []),
    ]
