package io.impsh.script;

import java.util.List;
import java.util.regex.Pattern;

/** Offers what may follow a dot: members of a known type, names in a collection, keys of an object of the user's. */
final class MemberCandidates {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    private final ChainTypes types;
    private final Variables variables;
    private final NameCandidates names;

    MemberCandidates(ChainTypes types, Variables variables, NameCandidates names) {
        this.types = types;
        this.variables = variables;
        this.names = names;
    }

    /**
     * @param dot index of the dot's token
     * @param access the dot as it is written, which each suggestion begins with
     */
    void addTo(Candidates candidates, int dot, String access) {
        String type = types.typeBefore(dot);
        if (type == null) {
            addKeys(candidates, types.pathBefore(dot), access);
            return;
        }
        types.members(type).forEach(doc -> candidates.add(doc.name(), () -> suggestion(doc, access + doc.name())));
        EntityKind<?> kind = HostTypes.kindIn(type);
        if (kind != null && type.equals(HostTypes.collectionName(kind))) {
            names.addTo(candidates, kind, name -> access(access, name));
        }
    }

    private void addKeys(Candidates candidates, List<String> path, String access) {
        if (path.isEmpty()) {
            return;
        }
        for (Variables.Key key : variables.look(path).keys()) {
            candidates.add(
                    key.name(),
                    () -> new Suggestion(
                            access(access, key.name()) + (key.isFunction() ? "(" : ""),
                            key.isFunction() ? "methods" : "properties",
                            null,
                            false));
        }
    }

    /** A name that is no identifier takes the dot's place. */
    private static String access(String dot, String name) {
        if (IDENTIFIER.matcher(name).matches()) {
            return dot + name;
        }
        return (dot.equals("?.") ? dot : "") + "[" + Quoting.quoted(name) + "]";
    }

    Suggestion suggestion(MemberDoc doc, String value) {
        boolean method = doc.kind() == MemberDoc.Kind.METHOD;
        boolean bare = method && doc.arguments().isEmpty();
        String group = method ? "methods" : doc.kind() == MemberDoc.Kind.RELATION ? "related" : "properties";
        return new Suggestion(
                method ? value + (bare ? "()" : "(") : value,
                group,
                method ? doc.synopsis() + "  " + doc.summary() : doc.summary(),
                false,
                HelpPages.page(doc));
    }
}
