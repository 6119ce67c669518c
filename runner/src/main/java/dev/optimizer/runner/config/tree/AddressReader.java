package dev.optimizer.runner.config.tree;

import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.text.ConfigFile;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.yaml.ScalarText;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import dev.optimizer.runner.config.yaml.YamlNode.Style;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out where a path leads. Its first word is a key of the config, or the name of a solver or of a problem; a key comes
 * first, and what it hides is found as {@code solvers.stop.step}.
 */
public final class AddressReader {
    private static final String STARTS = "starts";

    private final Diagnostics diagnostics;
    private final Section schema;
    private final Mapping root;
    private final Set<String> solvers;
    private final Set<String> problems;

    /** What the single problem is called. */
    private final Set<String> single;

    /** @param root the config as far as it has been put together */
    public AddressReader(Diagnostics diagnostics, Section schema, Mapping root) {
        this.diagnostics = diagnostics;
        this.schema = schema;
        this.root = root;
        this.solvers = names("solvers");
        this.problems = names("problems");
        this.single = root.find("problem").isEmpty() ? Set.of() : Set.of(singleName());
    }

    private Set<String> names(String key) {
        return root.find(key).orElse(null) instanceof Mapping mapping ? mapping.names() : Set.of();
    }

    private String singleName() {
        Optional<YamlNode> builtin = root.find("problem").orElseThrow() instanceof Mapping problem
                ? problem.find("builtin")
                : Optional.empty();
        return builtin.or(() -> root.find("name"))
                .filter(Scalar.class::isInstance)
                .map(name -> ((Scalar) name).text())
                .orElseGet(() -> ConfigFile.nameOf(file()));
    }

    private Path file() {
        return diagnostics.sources().at(0).file();
    }

    /** The address; empty, and recorded, if nothing can be there. */
    public Optional<Address> read(Scalar path) {
        List<Scalar> words = words(path);
        if (words.stream().anyMatch(word -> word.text().isEmpty())) {
            String message = "a path consists of names with dots between them, such as descent.step: ";
            diagnostics.add(path.span(), message + Wording.quote(path.text()));
            return Optional.empty();
        }
        Scalar first = words.get(0);
        if (!leads(first.text())) {
            diagnostics.add(first.span(), refusal(first.text()));
            return Optional.empty();
        }
        List<Scalar> keys = keys(words);
        return exists(keys) ? Optional.of(new Address(name(keys), keys, path.span())) : Optional.empty();
    }

    /** The shortest form of a path; the path itself if it leads nowhere. */
    public String shortest(String path) {
        List<Scalar> words = words(new Scalar(path, Style.FOLDED, new Span(0, 0)));
        return leads(words.get(0).text()) ? name(keys(words)) : path;
    }

    private boolean leads(String word) {
        return schema.key(word).isPresent()
                || (solvers.contains(word) != problems.contains(word))
                || (single.contains(word) && !solvers.contains(word));
    }

    private String refusal(String word) {
        if (solvers.contains(word)) {
            String long1 = "solvers." + word;
            String long2 = problems.contains(word) ? "problems." + word : "problem";
            return Wording.quote(word) + " is a solver and a problem; write " + long1 + " or " + long2;
        }
        List<String> known = new ArrayList<>(solvers.stream().sorted().toList());
        problems.stream().sorted().forEach(known::add);
        known.addAll(schema.names());
        return "there is no solver, problem or key " + Wording.quote(word) + " in " + file()
                + Wording.nearestOrAll(word, known);
    }

    /** The words between the dots, each with its place; the axes of a sweep are paths themselves. */
    private List<Scalar> words(Scalar path) {
        List<String> texts = new ArrayList<>(Arrays.asList(path.text().split("\\.", -1)));
        int last = texts.size();
        if (texts.get(0).equals("sweep") && last > 2) {
            last = texts.get(1).equals("zip") ? 4 : 3;
        }
        List<String> joined = new ArrayList<>(texts.subList(0, Math.min(last, texts.size())));
        if (last < texts.size()) {
            joined.set(last - 1, String.join(".", texts.subList(last - 1, texts.size())));
        }
        List<Scalar> words = new ArrayList<>();
        int at = 0;
        for (String text : joined) {
            words.add(new Scalar(text, Style.PLAIN, place(path, at, at + text.length())));
            at += text.length() + 1;
        }
        return words;
    }

    private Span place(Scalar path, int start, int end) {
        return new ScalarText(diagnostics.source(path.span()), path)
                .span(start, end)
                .orElse(path.span());
    }

    private List<Scalar> keys(List<Scalar> words) {
        Scalar first = words.get(0);
        if (schema.key(first.text()).isPresent()) {
            return words;
        }
        List<Scalar> keys = new ArrayList<>();
        boolean isSingle = !solvers.contains(first.text()) && !problems.contains(first.text());
        String top = isSingle ? "problem" : solvers.contains(first.text()) ? "solvers" : "problems";
        keys.add(new Scalar(top, Style.PLAIN, first.span()));
        keys.addAll(words.subList(isSingle ? 1 : 0, words.size()));
        return keys;
    }

    private String name(List<Scalar> keys) {
        String all = keys.stream().map(Scalar::text).collect(Collectors.joining("."));
        String top = keys.get(0).text();
        if (keys.size() < 2 || !(top.equals("solvers") || top.equals("problems"))) {
            return all;
        }
        String name = keys.get(1).text();
        boolean hidden = schema.key(name).isPresent()
                || (solvers.contains(name) && (problems.contains(name) || single.contains(name)));
        return hidden ? all : all.substring(top.length() + 1);
    }

    /** Solvers, problems and starts are there or not; a path that made one would be a misspelt one. */
    private boolean exists(List<Scalar> keys) {
        boolean named = Set.of("solvers", "problems").contains(keys.get(0).text());
        if (named && keys.size() > 1) {
            Set<String> known = keys.get(0).text().equals("solvers") ? solvers : problems;
            if (!isKnown(keys.get(0).text().replaceFirst("s$", ""), keys.get(1), known)) {
                return false;
            }
        }
        int depth = named ? 2 : 1;
        boolean inProblem = keys.get(0).text().startsWith("problem");
        if (!inProblem || keys.size() < depth + 2 || !keys.get(depth).text().equals(STARTS)) {
            return true;
        }
        YamlNode node = root;
        for (Scalar key : keys.subList(0, depth + 1)) {
            node = node instanceof Mapping mapping ? mapping.find(key.text()).orElse(null) : null;
        }
        return isKnown("start", keys.get(depth + 1), node instanceof Mapping starts ? starts.names() : Set.of());
    }

    private boolean isKnown(String thing, Scalar name, Collection<String> known) {
        if (known.contains(name.text())) {
            return true;
        }
        diagnostics.add(
                name.span(),
                Wording.unknown(thing, name.text(), known.stream().sorted().toList()));
        return false;
    }
}
