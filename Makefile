# Every target installs what it needs and may be repeated; a second run finds all in place.
# Paths stay relative, so that the checkout may lie anywhere and be called anything.

.DEFAULT_GOAL := help
.PHONY: help prerequisites demo test robust test-3.40 test-3.44 lint format package guide link docs translations ci

python := $(or $(CARBON_ZONING_VENV),.venv)/bin/python

help: ## Say what can be made
	@sed -n 's/^\([a-z0-9.-]*\):.*## /\1\t/p' Makefile | expand -t 16

prerequisites: ## Install what is missing: QGIS and libraries (Debian), the virtual environment
	@scripts/prerequisites

demo: ## Run the chain on the sample region through qgis_process; results in demo/
	@scripts/demo

test: ## Run the test suite; ARGS="-m 'not slow'" and the like go to pytest
	@scripts/test $(ARGS)

robust: prerequisites ## Attack every step and model with faults, damaged files, kills, Cancel and full disks; ARGS="--share 0.2"
	@$(python) tests/robustness/attack.py $(ARGS)

test-3.40: package ## Run the suite on QGIS 3.40 (Debian 13) in a folder beside the system; needs root; ARGS as for test
	@scripts/qgis-of trixie 3.40 scripts/test $(ARGS)

test-3.44: package ## The same on QGIS 3.44 (Debian forky)
	@scripts/qgis-of forky 3.44 scripts/test $(ARGS)

lint: prerequisites ## Check style and the obvious mistakes
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .

format: prerequisites ## Mend style where that needs no thought
	@$(python) -m ruff check --fix .
	@$(python) -m ruff format .

package: prerequisites ## Build dist/carbon_zoning-<version>.zip from the last commit and check it as the plugin site would
	@scripts/package
	@$(python) scripts/check_package.py

guide: prerequisites ## Write the user guide as HTML into this checkout, resources/guide; the zip has its own
	@QT_QPA_PLATFORM=offscreen $(python) scripts/make_guide.py

link: guide ## Link this checkout into your own QGIS profile, so that QGIS offers it as a plugin
	@scripts/link

docs: prerequisites ## Write the reference pages from the algorithms themselves
	@QT_QPA_PLATFORM=offscreen $(python) scripts/make_reference.py

translations: ## Collect the sentences to translate, and compile the translations
	@scripts/prerequisites qttools5-dev-tools
	@$(python) scripts/update_translations.py

ci: ## What continuous integration runs
	@bash .ci/run
