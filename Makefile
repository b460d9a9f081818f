# `make` không tham số: danh sách các lệnh.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
BIN := .venv/bin
AS_PRINTED := inputs/trung-vuong-2023-ban-in.yaml
EXAMPLES := $(filter-out $(AS_PRINTED),$(wildcard inputs/*.yaml))
# Độ phủ theo nhánh mà bộ kiểm thử đang đạt, phần trăm; thấp hơn thì `make test` không đạt.
COVERED := 95
CORE := tests/quantity tests/source tests/model tests/figures tests/checks tests/building tests/papers tests/writers

.PHONY: help setup demo check growth test openxml lowest browser desk golden messages schema docs bench scale fuzz mutants build clean

help: ## Danh sách này
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Cài thư viện hệ thống, phông chữ và .venv (bỏ qua những gì đã có)
	@scripts/setup

demo: ## Cài đặt rồi lập các văn bản ví dụ trong inputs/ vào outputs/
	@scripts/setup
	@$(BIN)/reportgen build $(EXAMPLES)
	@echo; echo "Số liệu như báo đã in, chương trình chỉ ra chỗ sai:"; $(BIN)/reportgen check $(AS_PRINTED) || [ $$? -eq 1 ]
	@echo; echo "Kết quả:"; find outputs -type f ! -name '.*' | LC_ALL=C sort | sed "s|^|  $$PWD/|"
	@echo; echo "Các văn bản nằm trong $$PWD/outputs; mở bàn làm việc trong trình duyệt: $(BIN)/reportgen desk"

check: ## Ruff, mypy, import-linter
	@scripts/setup test
	@echo "ruff"; $(BIN)/ruff check .
	@echo "mypy"; $(BIN)/mypy
	@echo "import-linter"; $(BIN)/lint-imports --no-cache

test: check ## Mọi kiểm tra rồi pytest, đo độ phủ theo nhánh
	@$(BIN)/python -m pytest -q -n auto --hypothesis-profile=ci --cov --cov-report=term:skip-covered --cov-fail-under=$(COVERED)
	@echo "make test: tất cả đều đạt."

openxml: ## DOCX, PPTX theo bộ kiểm tra Open XML của Microsoft (cài từ npm)
	@scripts/setup test openxml
	@$(BIN)/python -m pytest -q tests/writers/word/test_docx.py tests/writers/slides -k open_xml
	@echo "make openxml: tất cả đều đạt."

lowest: ## Phần lõi của kiểm thử với các thư viện bản thấp nhất mà pyproject cho phép
	@scripts/lowest
	@.venv-lowest/bin/python -m pytest -q -p no:cacheprovider $(CORE)
	@echo "make lowest: tất cả đều đạt."

browser: ## Các trang trong trình duyệt thật, đo cả độ dễ tiếp cận (cài Chromium)
	@scripts/setup test browser
	@$(BIN)/python -m pytest -q -n auto tests/desk/test_article.py tests/desk/test_browser.py tests/desk/test_office_browser.py
	@echo "make browser: tất cả đều đạt."

desk: ## Đóng gói lại trang bàn làm việc (sau khi sửa browser/; cần npm)
	@cd browser && npm install --silent --no-audit --no-fund && node build.mjs

golden: ## Ghi lại các tệp mẫu của kiểm thử (xem lại bằng git diff)
	@scripts/setup test
	@$(BIN)/python -m pytest -q --update-golden

messages: ## Dịch lại lời của thư viện dòng lệnh (sau khi sửa tệp .po)
	@scripts/setup test
	@$(BIN)/pybabel -q compile -D reportgen -d src/reportgen/cli/locale

schema: ## Ghi lại JSON Schema cho trình soạn thảo
	@scripts/setup
	@$(BIN)/python -m reportgen.drafting.schema

docs: ## Ghi lại các phần tài liệu sinh từ chương trình
	@scripts/setup
	@$(BIN)/python scripts/docs.py

bench: ## Đo tốc độ và bộ nhớ
	@scripts/setup test bench
	@$(BIN)/python bench/run.py

growth: ## Thời gian tăng theo độ dài tệp, không hơn (đo trên máy rảnh)
	@scripts/setup test
	@$(BIN)/python -m pytest -q -m growth tests/test_growth.py

scale: ## Đo việc lập hàng nghìn tệp (nửa giờ trên máy rảnh; SCALE="--units 200")
	@scripts/setup test bench
	@$(BIN)/python bench/many.py $(SCALE)

fuzz: ## Làm hỏng các ví dụ theo mười nghìn cách, rồi mười nghìn tệp tự sinh (hàng giờ; FUZZ="--seed 2 --cases 500")
	@scripts/setup
	@$(BIN)/python fuzz/damage.py $(FUZZ)
	@$(BIN)/python fuzz/structures.py $(FUZZ)

build: ## Gói cài đặt (wheel và sdist) trong dist/
	@scripts/setup test
	@$(BIN)/hatchling build -d dist
	@ls dist/*

mutants: ## Đổi nhỏ mã nguồn rồi xem kiểm thử có thấy không (hàng giờ; MUTANTS=300 để thử ngẫu nhiên chừng ấy)
	@scripts/setup test mutants
	@$(BIN)/python scripts/mutants.py $(MUTANTS)

clean: ## Xóa .venv, outputs/, dist/ và các bộ nhớ đệm
	@rm -rf .venv .venv-lowest outputs dist build .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
