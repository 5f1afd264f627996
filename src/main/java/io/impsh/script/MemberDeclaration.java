package io.impsh.script;

import java.util.ArrayList;
import java.util.List;

/** One member of a type, or one global name, as TypeScript declares it, with its text. */
final class MemberDeclaration {
    private static final String INDENT = "  ";

    private MemberDeclaration() {}

    static String of(MemberDoc member, boolean writable) {
        return member.kind() == MemberDoc.Kind.METHOD
                ? method(member, INDENT, INDENT)
                : property(member, INDENT, INDENT + (writable ? "" : "readonly "), TypeWords.of(member.returns()));
    }

    /** @param type what a script gets by that name */
    static String ofGlobal(MemberDoc member, String type) {
        return member.kind() == MemberDoc.Kind.METHOD
                ? method(member, "", "declare function ")
                : property(member, "", "declare const ", type);
    }

    private static String property(MemberDoc member, String indent, String beginning, String type) {
        return DocComment.of(indent, member.text()) + beginning + member.name() + ": " + type + ";\n";
    }

    private static String method(MemberDoc member, String indent, String beginning) {
        String comment = DocComment.of(indent, member.text(), tags(member));
        StringBuilder text = new StringBuilder();
        for (String signature : MethodSignatures.of(member, indent)) {
            text.append(comment)
                    .append(beginning)
                    .append(member.name())
                    .append(signature)
                    .append(";\n");
        }
        return text.toString();
    }

    private static List<String> tags(MemberDoc method) {
        List<String> tags = new ArrayList<>();
        for (Argument argument : method.arguments()) {
            tags.add("@param " + argument.name().replace("...", "") + " " + argument.text());
        }
        tags.add(DocComment.EXAMPLE + method.example());
        return tags;
    }
}
