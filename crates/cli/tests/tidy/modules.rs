//! The files of a crate and who uses whom, read from the source.
//!
//! An edge goes from a file to the file that *defines* what it names: `use` declarations, paths in code and paths in
//! macro calls are followed through modules, re-exports and globs to the definition. Declaring a submodule and
//! re-exporting a name are no use of it, so a facade stays outside of a circle, and a re-export hides none.
//! Code under `#[cfg(test)]` is ignored.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// A path as written, and its line.
type Mention = (Vec<String>, usize);

/// Uses of one file by another: for each the line and the path as written.
pub(crate) type Mentions = BTreeSet<(usize, String)>;

/// A module: a file, or a part of one.
struct Module {
    file: usize,
    parent: Option<usize>,
    children: BTreeMap<String, usize>,
    items: BTreeSet<String>,
    /// Names brought into scope, and the paths they stand for.
    imports: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    mentions: Vec<Mention>,
}

/// The target of a path, by the number of the module.
#[derive(Clone, Copy)]
enum Target {
    Module(usize),
    ItemOf(usize),
}

/// The files of one crate.
pub(crate) struct Crate {
    /// Paths below `src`, sorted by discovery.
    pub(crate) files: Vec<String>,
    modules: Vec<Module>,
}

impl Crate {
    /// Reads the crate whose root file is `root`; `source` gives the text of a file below `src`, where there is one.
    pub(crate) fn read(root: &str, source: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut found = Self { files: Vec::new(), modules: Vec::new() };
        found.file(root.to_owned(), String::new(), None, source);
        found
    }

    /// The edges from file to file with what makes them.
    pub(crate) fn edges(&self) -> BTreeMap<(usize, usize), Mentions> {
        let mut edges: BTreeMap<(usize, usize), Mentions> = BTreeMap::new();
        for (at, module) in self.modules.iter().enumerate() {
            for (path, line) in &module.mentions {
                if let Some(Target::ItemOf(owner)) = self.follow(at, path, 0) {
                    let to = self.modules[owner].file;
                    if to != module.file {
                        edges.entry((module.file, to)).or_default().insert((*line, path.join("::")));
                    }
                }
            }
        }
        edges
    }

    fn file(
        &mut self,
        path: String,
        folder: String,
        parent: Option<usize>,
        source: &dyn Fn(&str) -> Option<String>,
    ) -> Option<usize> {
        let syntax = syn::parse_file(&source(&path)?).ok()?;
        self.files.push(path);
        Some(self.module(self.files.len() - 1, folder, parent, &syntax.items, source))
    }

    /// Takes up a module; its submodules lie in `folder`.
    fn module(
        &mut self,
        file: usize,
        folder: String,
        parent: Option<usize>,
        items: &[syn::Item],
        source: &dyn Fn(&str) -> Option<String>,
    ) -> usize {
        let at = self.modules.len();
        let mut module = Module {
            file,
            parent,
            children: BTreeMap::new(),
            items: BTreeSet::new(),
            imports: BTreeMap::new(),
            globs: Vec::new(),
            mentions: Vec::new(),
        };
        let mut reader = Reader { module: &mut module };
        items.iter().filter(|item| !matches!(item, syn::Item::Mod(_))).for_each(|item| reader.visit_item(item));
        self.modules.push(module);
        for item in items {
            let syn::Item::Mod(inner) = item else { continue };
            if is_test(&inner.attrs) {
                continue;
            }
            let name = inner.ident.to_string();
            let below = format!("{folder}{name}/");
            let child = match &inner.content {
                Some((_, items)) => Some(self.module(file, below, Some(at), items, source)),
                None => [format!("{folder}{name}.rs"), format!("{below}mod.rs")]
                    .into_iter()
                    .find_map(|path| self.file(path, below.clone(), Some(at), source)),
            };
            if let Some(child) = child {
                self.modules[at].children.insert(name, child);
            }
        }
        at
    }

    /// The target of `path` as written in the module `from`; `None` if it is outside the crate.
    fn follow(&self, from: usize, path: &[String], depth: usize) -> Option<Target> {
        let (first, mut rest) = path.split_first()?;
        let mut target = match first.as_str() {
            "crate" => Target::Module(0),
            "self" => Target::Module(from),
            "super" => Target::Module(self.modules[from].parent?),
            name => self.name(from, name, rest.is_empty(), depth)?,
        };
        while let (Target::Module(inner), Some((next, left))) = (target, rest.split_first()) {
            target = match next.as_str() {
                "super" => Target::Module(self.modules[inner].parent?),
                name => self.name(inner, name, left.is_empty(), depth)?,
            };
            rest = left;
        }
        Some(target)
    }

    /// The target of a name in a module: an item, a submodule, or an import. A submodule may have the name of a
    /// function; it is meant only if the path continues.
    fn name(&self, at: usize, name: &str, is_last: bool, depth: usize) -> Option<Target> {
        const DEEPEST: usize = 16;
        let module = &self.modules[at];
        if depth > DEEPEST {
            return None;
        }
        let item = module.items.contains(name).then_some(Target::ItemOf(at));
        let child = module.children.get(name).copied().map(Target::Module);
        if let Some(own) = if is_last { item.or(child) } else { child.or(item) } {
            return Some(own);
        }
        if let Some(path) = module.imports.get(name) {
            let outside = path.first().is_some_and(|first| first == name);
            return if outside { None } else { self.follow(at, path, depth + 1) };
        }
        module.globs.iter().find_map(|path| match self.follow(at, path, depth + 1)? {
            Target::Module(inner) => self.name(inner, name, is_last, depth + 1),
            Target::ItemOf(_) => None,
        })
    }
}

/// True if an item is for tests only.
fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let syn::Meta::List(list) = &attribute.meta else { return false };
        list.path.is_ident("cfg") && list.tokens.clone().into_iter().any(is_test_word)
    })
}

/// True if `test` stands there, alone or as one of several conditions.
fn is_test_word(token: TokenTree) -> bool {
    match token {
        TokenTree::Ident(word) => word == "test",
        TokenTree::Group(group) => group.stream().into_iter().any(is_test_word),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    }
}

/// Collects what the items of one module define, import and mention.
struct Reader<'a> {
    module: &'a mut Module,
}

impl Reader<'_> {
    fn import(&mut self, tree: &syn::UseTree, path: Vec<String>, is_reexport: bool) {
        let with = |name: &syn::Ident| {
            let mut path = path.clone();
            if name != "self" || path.is_empty() {
                path.push(name.to_string());
            }
            path
        };
        match tree {
            syn::UseTree::Path(inner) => self.import(&inner.tree, with(&inner.ident), is_reexport),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|one| self.import(one, path.clone(), is_reexport));
            }
            syn::UseTree::Glob(_) => self.module.globs.push(path),
            syn::UseTree::Name(name) => {
                let full = with(&name.ident);
                let short = full.last().cloned().unwrap_or_default();
                self.bind(short, full, name.ident.span().start().line, is_reexport);
            }
            syn::UseTree::Rename(name) => {
                self.bind(name.rename.to_string(), with(&name.ident), name.ident.span().start().line, is_reexport);
            }
        }
    }

    fn bind(&mut self, short: String, full: Vec<String>, line: usize, is_reexport: bool) {
        if !is_reexport {
            self.module.mentions.push((full.clone(), line));
        }
        self.module.imports.insert(short, full);
    }

    /// Paths within the tokens of a macro call.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut line = 0;
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(sign) if sign.as_char() == ':' && !path.is_empty() => colons += 1,
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.mention(&mut path, line);
                        line = name.span().start().line;
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                other => {
                    self.mention(&mut path, line);
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.mention(&mut path, line);
    }

    fn mention(&mut self, path: &mut Vec<String>, line: usize) {
        if !path.is_empty() {
            self.module.mentions.push((std::mem::take(path), line));
        }
    }

    fn define(&mut self, name: &syn::Ident) {
        self.module.items.insert(name.to_string());
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes = match item {
            syn::Item::Fn(one) => &one.attrs,
            syn::Item::Impl(one) => &one.attrs,
            syn::Item::Use(one) => &one.attrs,
            syn::Item::Const(one) => &one.attrs,
            syn::Item::Struct(one) => &one.attrs,
            syn::Item::Enum(one) => &one.attrs,
            _ => &Vec::new(),
        };
        if is_test(attributes) {
            return;
        }
        match item {
            syn::Item::Fn(one) => self.define(&one.sig.ident),
            syn::Item::Struct(one) => self.define(&one.ident),
            syn::Item::Enum(one) => self.define(&one.ident),
            syn::Item::Trait(one) => self.define(&one.ident),
            syn::Item::Type(one) => self.define(&one.ident),
            syn::Item::Const(one) => self.define(&one.ident),
            syn::Item::Static(one) => self.define(&one.ident),
            syn::Item::Macro(one) => one.ident.iter().for_each(|name| self.define(name)),
            _ => {}
        }
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.import(&item.tree, Vec::new(), !matches!(item.vis, syn::Visibility::Inherited));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let line = path.segments.first().map_or(0, |first| first.ident.span().start().line);
        self.module.mentions.push((path.segments.iter().map(|part| part.ident.to_string()).collect(), line));
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}
