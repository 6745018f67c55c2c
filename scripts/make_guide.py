"""Write the user guide as HTML pages, English and Chinese, from docs/guide and from the plugin itself.

    make_guide.py [FOLDER]     resources/guide, where the plugin looks for it, if none is named; icons are beside it

The pages are no part of the repository: `make guide` and `make link` write them into a checkout, `scripts/package` into
the zip. Runs under the Python that has QGIS.
"""

from __future__ import annotations

import sys
from pathlib import Path

from guide.site import write_guide
from make_reference import ROOT, plugin_module, qgis_application, registered_provider


def main() -> int:
    """Write the guide into the folder that is named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "guide"
    application = qgis_application()
    provider = registered_provider()
    count = write_guide(plugin_module, provider, folder)
    print(f"Written: {count} pages in {folder}")
    application.processingRegistry().removeProvider(provider)
    return 0


if __name__ == "__main__":
    sys.exit(main())
