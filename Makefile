# jianbao: `make demo` shows what it does, `make check` whether it does it.
# `make help` lists the rest.  Everything made lies under build/.

VERSION = 0.1.0

# To be set on the command line or in the environment.
PREFIX   ?= /usr/local
DESTDIR  ?=
V        ?=
SANITIZE ?=
UPDATE   ?=
ifeq ($(origin CC),default)
CC = gcc
endif
export UPDATE V

# A sanitized build lies apart, so that the two do not mix.
ifdef SANITIZE
B      = build/asan
CFLAGS ?= -O1 -g -fno-omit-frame-pointer
HARDEN = -fsanitize=address,undefined -fno-sanitize-recover=all
# The program looks for layouts beside its folder, and for fonts within.
TREE   = @ln -sfn ../layouts build/layouts; ln -sfn ../themes build/themes; \
	ln -sfn ../charts build/charts; \
	ln -sfn ../data build/data; \
	ln -sfn ../fonts build/asan/fonts
else
B      = build
CFLAGS ?= -O2 -g
HARDEN = $(if $(filter -O1 -O2 -O3 -Os,$(CFLAGS)), \
		-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2) \
	-fstack-protector-strong
endif

Q   = $(if $(V),,@)
say = $(if $(V),,@printf '  %-8s%s\n' $(1) $(2))

# ---- libraries --------------------------------------------------------------

PKGS = glib-2.0 yaml-0.1 pango harfbuzz harfbuzz-subset fontconfig \
	freetype2 cairo cairo-ft cairo-pdf libpng libjpeg libwebp librsvg-2.0 \
	libqrencode

# Asked once, and only when something is compiled: `make deps` may have to
# install pkg-config itself first.
once = $(eval $(1) := $(shell $(2)))$($(1))
PKG_CFLAGS = $(call once,PKG_CFLAGS,pkg-config --cflags $(PKGS))
PKG_LIBS   = $(call once,PKG_LIBS,pkg-config --libs $(PKGS))

# ---- compiling --------------------------------------------------------------

WARN = -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes

JB_CFLAGS = -std=gnu11 $(WARN) -Isrc -fPIE $(HARDEN) $(CFLAGS) \
	-DJB_VERSION='"$(VERSION)"' -DJB_DATADIR='"$(datadir)"' \
	-DGLIB_VERSION_MIN_REQUIRED=GLIB_VERSION_2_72 \
	-DGLIB_VERSION_MAX_ALLOWED=GLIB_VERSION_2_72
JB_LDFLAGS = -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(HARDEN) $(LDFLAGS)

MAIN  = src/cli/main.c
SRC   = $(filter-out $(MAIN),$(sort $(wildcard src/*.c src/*/*.c)))
LIB   = $(B)/libjianbao.a
PROG  = $(B)/jianbao
TESTS = $(patsubst tests/unit/%.c,$(B)/tests/%,$(wildcard tests/unit/test-*.c))

obj = $(patsubst %.c,$(B)/obj/%.o,$(1))

all: $(PROG) fonts manuals schemas

$(B)/obj/%.o: %.c $(B)/flags | $(B)/libs
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) $(JB_CFLAGS) $(PKG_CFLAGS) -MMD -MP -c -o $@ $<

$(LIB): $(call obj,$(SRC)) $(B)/sources
	$(call say,AR,$@)
	$(Q)rm -f $@ && ar rcs $@ $(filter %.o,$^)

$(PROG): $(call obj,$(MAIN)) $(LIB)
	$(call say,LINK,$@)
	$(Q)$(CC) $(JB_LDFLAGS) -o $@ $^ $(PKG_LIBS) -lhyphen -lm
	$(TREE)

$(B)/tests/%: $(B)/obj/tests/unit/%.o $(LIB)
	$(call say,LINK,$@)
	@mkdir -p $(@D)
	$(Q)$(CC) $(JB_LDFLAGS) -o $@ $^ $(PKG_LIBS) -lhyphen -lm

# One line for each library that is not there, instead of a compiler's noise.
$(B)/libs: Makefile
	@mkdir -p $(@D)
	@command -v pkg-config >/dev/null || \
		{ echo 'pkg-config is missing: make deps' >&2; exit 1; }
	@ok=0; for p in $(PKGS); do pkg-config --exists $$p || \
		{ echo "library $$p is missing: make deps" >&2; ok=1; }; \
	done; echo '#include <hyphen.h>' | $(CC) -E -o /dev/null - \
		2>/dev/null || \
		{ echo "library hyphen is missing: make deps" >&2; ok=1; }; \
	exit $$ok
	@touch $@

# Files that hold a list and are renewed when the list changes: other flags
# recompile, a source that came or went makes the archive anew.
keep = @mkdir -p $(@D); printf '%s\n' $(1) | cmp -s - $@ || \
	printf '%s\n' $(1) >$@

$(B)/flags: FORCE
	$(call keep,'$(subst ','\'',$(CC) $(JB_CFLAGS))')

$(B)/sources: FORCE
	$(call keep,$(SRC))

.PHONY: FORCE
.SECONDARY: $(call obj,$(wildcard tests/unit/*.c))
-include $(patsubst %.o,%.d,$(call obj,$(SRC) $(MAIN) \
	$(wildcard tests/unit/*.c)))

# ---- manuals and schemas ----------------------------------------------------

# The program prints the reference of its languages, from model/schema.def; a
# page of the manual takes it in where it says `.\" reference: LANGUAGE`.
LANGUAGES = report layout theme
SCHEMAS   = $(foreach l,$(LANGUAGES),$(B)/schema/$l.schema.json \
	$(B)/schema/$l.zh-CN.schema.json)
MANUALS   = $(patsubst man/%,$(B)/man/%,$(wildcard man/*.[15] man/zh_CN/*.[15]))
MDOC      = $(foreach l,$(LANGUAGES),$(B)/man/$l.mdoc $(B)/man/zh_CN/$l.mdoc)

schemas: $(SCHEMAS)

manuals: $(MANUALS)

say_new = @mkdir -p $(@D); $(PROG) schema $(1) >$@.new && mv $@.new $@

$(B)/schema/%.zh-CN.schema.json: $(PROG)
	$(call say_new,$* --messages zh)

$(B)/schema/%.schema.json: $(PROG)
	$(call say_new,$* --messages en)

$(B)/man/zh_CN/%.mdoc: $(PROG)
	$(call say_new,--manual $* --messages zh)

$(B)/man/%.mdoc: $(PROG)
	$(call say_new,--manual $* --messages en)

$(MANUALS): $(B)/man/%: man/% $(MDOC)
	$(call say,MAN,$@)
	@mkdir -p $(@D)
	$(Q)sed $(foreach l,$(LANGUAGES), \
		-e '/^\.\\" reference: $l$$/r $(@D)/$l.mdoc') $< >$@

# ---- fonts ------------------------------------------------------------------

NOTO   = /usr/share/fonts/opentype/noto
UNIHAN = /usr/share/unicode/Unihan_OtherMappings.txt.bz2

FONTPACK = build/tools/fontpack
PACK = $(patsubst %,build/fonts/pack/Noto%.otf, \
	SerifCJKsc-Regular SerifCJKsc-Medium SerifCJKsc-SemiBold \
	SerifCJKsc-Bold SerifCJKsc-Black \
	SansCJKsc-Regular SansCJKsc-Medium SansCJKsc-Bold)

fonts: $(PACK) build/fonts/fonts.conf

build/fonts/fonts.conf: fonts/fonts.conf
	@mkdir -p $(@D)
	@cp $< $@

build/fonts/pack/NotoSerifCJKsc-%.otf: $(NOTO)/NotoSerifCJK-%.ttc
	$(call cut,Noto Serif CJK SC)

build/fonts/pack/NotoSansCJKsc-%.otf: $(NOTO)/NotoSansCJK-%.ttc
	$(call cut,Noto Sans CJK SC)

define cut
	$(call say,FONT,$@)
	@mkdir -p $(@D)
	$(Q)$(FONTPACK) build/fonts/table.txt '$(1)' $< $@
endef

$(PACK): $(FONTPACK) build/fonts/table.txt

$(NOTO)/%.ttc:
	@echo 'font $@ is missing: make deps' >&2; exit 1

# 通用规范汉字表, as Unihan records it
build/fonts/table.txt: $(UNIHAN)
	@mkdir -p $(@D)
	$(Q)bzcat $< | awk '/^U/ && $$2 == "kTGH" { print $$1 }' >$@

$(UNIHAN):
	@echo '$@ is missing: make deps' >&2; exit 1

# A tool of the build: never sanitized, and the same for all kinds of build.
TOOL_PKGS = glib-2.0 harfbuzz harfbuzz-subset

$(FONTPACK): tools/fontpack.c | $(B)/libs
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) -std=gnu11 $(WARN) -O2 -o $@ $< \
		$$(pkg-config --cflags --libs $(TOOL_PKGS))

# ---- for people -------------------------------------------------------------

# Packages come first, the rest in a make of its own: then the libraries are
# there when it asks for them.
again = --no-print-directory $(if $(findstring jobserver,$(MAKEFLAGS)),,-j2)

# The program keeps fontconfig's cache there; under build/ it is out of the way.
export XDG_CACHE_HOME = $(CURDIR)/build/cache

deps:
	@tools/deps.sh
	@tools/lsp/install.sh build/node

demo:
	@tools/deps.sh --build
	@$(MAKE) $(again) run-demo

check: deps
	@$(MAKE) $(again) all tests
	@tests/run $(B)

run-demo: all
	@mkdir -p build/demo
	$(Q)$(PROG) render data/science-city.yaml \
		-o build/demo/science-city.pdf
	$(Q)$(PROG) render data/science-city.yaml --format png \
		-o build/demo/science-city.png
	@echo; echo 'Have a look at:'; ls build/demo/* | sed 's/^/  /'

# The pages that the README shows.
pictures: all
	@mkdir -p build/pictures docs/pictures
	$(Q)$(PROG) render data/science-city.yaml --dpi 60 \
		-o build/pictures/page.png
	$(Q)cp build/pictures/page-1.png docs/pictures/cover.png
	$(Q)cp build/pictures/page-2.png docs/pictures/story.png
	$(Q)for l in phone card slides bulletin; do $(PROG) render data/metro.yaml \
		--layout $$l --format png --width 480 \
		-o build/pictures/$$l.png || exit 1; \
		done
	$(Q)$(PROG) render data/library.yaml --layout onepage \
		--format png --width 900 -o build/pictures/onepage.png
	$(Q)cp build/pictures/onepage-1.png docs/pictures/onepage.png
	$(Q)cp build/pictures/phone-1.png docs/pictures/phone.png
	$(Q)cp build/pictures/card-1.png docs/pictures/card.png
	$(Q)cp build/pictures/slides-3.png docs/pictures/slides.png
	$(Q)cp build/pictures/bulletin-1.png docs/pictures/bulletin.png
	$(Q)$(PROG) render data/metro.yaml --format png --width 480 \
		--layout docs/examples/tabloid.yaml \
		-o build/pictures/tabloid.png
	$(Q)cp build/pictures/tabloid-1.png docs/pictures/tabloid.png
	$(Q)$(PROG) render data/science-city.yaml --layout broadsheet \
		--format png --dpi 60 -o build/pictures/broadsheet.png
	$(Q)cp build/pictures/broadsheet-1.png docs/pictures/broadsheet.png
	$(Q)tools/icons-page.py $(PROG) build/pictures
	$(Q)$(PROG) render build/pictures/icons.yaml --dpi 120 \
		--layout build/pictures/icons.layout.yaml \
		-o build/pictures/icons.png
	$(Q)cp build/pictures/icons-1.png docs/pictures/icons.png

# Every report in every layout and theme; only what changed is made again.
gallery: all
	@tools/gallery.py $(PROG) build/gallery
	@echo 'Have a look at build/gallery/index.html'

tests: $(TESTS)
	@:

# Ratios against a plain program in the same run, never against a clock.
bench: all
	@mkdir -p build/bench
	$(Q)$(CC) -O2 -o build/bench/plain tools/bench/plain.c \
		$(PKG_CFLAGS) $$(pkg-config --cflags --libs pangocairo cairo-pdf \
		pangofc fontconfig)
	@/usr/bin/python3 tools/bench/bench.py build

format:
	clang-format -i $$(find src tests tools -name '*.[ch]')

dist:
	@mkdir -p build
	git archive --prefix=jianbao-$(VERSION)/ \
		-o build/jianbao-$(VERSION).tar.gz HEAD

clean:
	rm -rf build

help:
	@echo 'make demo       build, and render the sample into build/demo'
	@echo 'make check      build, and run all tests'
	@echo 'make            build the program and its fonts'
	@echo 'make install    install below PREFIX ($(PREFIX)), within DESTDIR'
	@echo 'make uninstall  remove what install put there'
	@echo 'make deps       install what building and testing need'
	@echo 'make fonts      cut the font pack'
	@echo 'make pictures   renew the pages that the README shows'
	@echo 'make gallery    render every sample in every layout and theme, as a page of HTML'
	@echo 'make bench      time it beside a plain program, as ratios'
	@echo 'make format     lay out the C sources (needs clang-format)'
	@echo 'make dist       pack the committed tree'
	@echo 'make clean      remove build/'
	@echo
	@echo 'CC=clang  CFLAGS=...  V=1 (show commands)  SANITIZE=1 (in build/asan)'
	@echo 'UPDATE=1 make check   rewrite what tests expect; read that diff'

# ---- installing -------------------------------------------------------------

bindir  = $(PREFIX)/bin
datadir = $(PREFIX)/share/jianbao
docdir  = $(PREFIX)/share/doc/jianbao
mandir  = $(PREFIX)/share/man

DATA = $(sort $(shell find layouts themes charts data -type f))
DOCS = README.md README.zh-CN.md CHANGELOG.md LICENSE docs/reports.md \
	docs/charts.md docs/layouts.md docs/writing-layouts.md docs/writing-layouts.zh-CN.md \
	docs/composition-report.md $(wildcard docs/examples/*)
# The licence of the fonts travels with the pack.
OFL  = /usr/share/doc/fonts-noto-cjk/copyright

# build/man/zh_CN/x.5 is zh_CN/man5/x.5 where manuals live
page = $(patsubst $(B)/man/%,%,$(dir $1))man$(subst .,,$(suffix \
	$1))/$(notdir $1)

put = install -D -m 644 '$(1)' '$(DESTDIR)$(2)' && \

install: all
	$(Q)install -D -m 755 $(PROG) '$(DESTDIR)$(bindir)/jianbao'
	$(Q)$(foreach f,$(DATA),$(call put,$f,$(datadir)/$f)) :
	$(Q)$(foreach f,$(PACK) build/fonts/fonts.conf, \
		$(call put,$f,$(datadir)/$(patsubst build/%,%,$f))) :
	$(Q)$(foreach f,$(SCHEMAS), \
		$(call put,$f,$(datadir)/schema/$(notdir $f))) :
	$(Q)$(foreach f,$(MANUALS),$(call put,$f,$(mandir)/$(call page,$f))) :
	$(Q)$(foreach f,$(wildcard $(DOCS)),$(call put,$f,$(docdir)/$f)) :
	$(Q)$(call put,$(OFL),$(docdir)/fonts-copyright) :

uninstall:
	rm -f '$(DESTDIR)$(bindir)/jianbao'
	rm -f $(foreach f,$(MANUALS),'$(DESTDIR)$(mandir)/$(call page,$f)')
	rm -rf '$(DESTDIR)$(datadir)' '$(DESTDIR)$(docdir)'

.PHONY: all deps demo check run-demo pictures gallery tests fonts manuals schemas bench \
	format dist clean help install uninstall
