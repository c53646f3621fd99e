# The few commands of the house; `make` alone lists them.
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
PYTHON_HERE = .venv/bin/python
FLASK = $(PYTHON_HERE) -m flask --app wsgi
export PYTHONUTF8 = 1
.PHONY: help setup run test test-offline check demo bench rules engines fuzz lock migration

help: ## 列出全部命令
	@echo '四诊——矛盾纠纷调解案件管理'; echo
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 18

setup: ## 准备环境（run 与 test 会自动先做这一步）
	@bash tools/setup.sh run

run: setup ## 启动网站：http://127.0.0.1:8000，空库自动装入演示县
	@bash tools/run.sh

test: ## 全部检查与测试，与持续集成完全相同
	@bash tools/setup.sh test
	@bash tools/test.sh

check: ## 只做代码、格式、类型、分层检查（约一分钟）
	@bash tools/setup.sh test
	@bash tools/test.sh check

demo: setup ## 给空库装入演示县
	@$(FLASK) setup
	@$(FLASK) demo

bench: ## 性能对比：同一次运行里的比值
	@bash tools/setup.sh test
	@$(PYTHON_HERE) -m bench

rules: setup ## 检查规则集：死规则、冲突、空白；与真实案例逐项对照
	@$(FLASK) rules check
	@$(FLASK) rules agreement tests/data/cases.jsonl >/dev/null

engines: ## 每一项测试都在 SQLite 和 PostgreSQL 上各跑一遍（更久）
	@bash tools/setup.sh test
	@$(PYTHON_HERE) -m pytest -n 2 --dist worksteal --engine every -m "not browser"

test-offline: ## 下乡工作台的全部离线场景：真杀服务器、真杀浏览器
	@bash tools/setup.sh test
	@$(PYTHON_HERE) -m pytest -n 2 --dist worksteal -m "offline or browser" tests/offline tests/sync

fuzz: ## 长时间的随机测试
	@bash tools/setup.sh test
	@HYPOTHESIS_PROFILE=fuzz $(PYTHON_HERE) -m pytest -n 2 -m fuzz

lock: ## 依据 requirements*.in 重新锁定依赖
	@bash tools/lock.sh

migration: setup ## 依据模型生成下一个迁移：make migration words=add_nudges
	@$(PYTHON_HERE) tools/migration.py '$(words)'
