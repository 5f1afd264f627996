package io.impsh.script;

/** The types of the registry, which are written for people, as TypeScript has to have them. */
final class TypeWords {
    private static final String OBJECT = "Record<string, any>";

    private TypeWords() {}

    static String of(String type) {
        return type.replaceAll("\\bobject\\b", OBJECT)
                // What JavaScript takes for true is enough.
                .replace("=> boolean", "=> unknown");
    }

    /**
     * @param owner the type whose method takes the argument
     * @param indent of the line that it stands in
     */
    static String ofArgument(Argument argument, String owner, String indent) {
        String type = of(argument.type());
        EntityKind<?> kind = HostTypes.kindIn(owner);
        if (!argument.options().isEmpty()) {
            return type.replace(OBJECT, keys(argument, owner, indent));
        } else if (argument.wanted() == Wanted.FILTER) {
            return type.replace(OBJECT, kind == null ? "PlanItemFilter" : FilterDeclaration.filterName(kind));
        } else if (argument.wanted() == Wanted.COLUMN && kind != null) {
            return column(type, FilterDeclaration.keyName(kind), argument.takesTheRest());
        }
        return type;
    }

    private static String keys(Argument options, String owner, String indent) {
        String inner = indent + "  ";
        StringBuilder keys = new StringBuilder("{\n");
        for (Argument key : options.options()) {
            keys.append(DocComment.of(inner, key.text()))
                    .append(inner)
                    .append(key.name())
                    .append(key.optional() ? "?: " : ": ")
                    .append(ofArgument(key, owner, inner))
                    .append(";\n");
        }
        return keys.append(indent).append('}').toString();
    }

    /** The known ones are offered, and any other string is taken: a script may have it from elsewhere. */
    private static String column(String type, String keys, boolean many) {
        String key = keys + " | (string & {})";
        return many ? "(" + key + ")[]" : type.replaceFirst("\\bstring\\b", key);
    }
}
