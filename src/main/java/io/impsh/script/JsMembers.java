package io.impsh.script;

import java.util.List;

/** The members of JavaScript's own values that people use most; what they say is short, as manuals abound. */
final class JsMembers {
    private static final String NUMBER = "number";
    private static final String STRING = "string";
    private static final String BOOLEAN = "boolean";
    private static final Argument COUNT = Argument.optional("digits", NUMBER, "how many");
    private static final Argument TEXT = Argument.required("text", STRING, "what to look for");
    private static final Argument START = Argument.optional("start", NUMBER, "from where on, 0 by default");
    private static final Argument END = Argument.optional("end", NUMBER, "up to where, without it");

    private JsMembers() {}

    /** Of a type such as {@code string} or {@code Device[]}; empty for one that is none of JavaScript's own. */
    static List<MemberDoc> of(String type) {
        if (type.endsWith("[]")) {
            return array(type);
        }
        return switch (type) {
            case STRING -> string();
            case "Date" -> date();
            case NUMBER ->
                List.of(
                        method("Number", "toFixed", STRING, "With so many digits after the point", COUNT),
                        method("Number", "toString", STRING, "As a text"));
            default -> List.of();
        };
    }

    private static List<MemberDoc> array(String type) {
        String one = type.substring(0, type.length() - 2);
        Argument test = function("test", one, BOOLEAN);
        Argument value = Argument.required("value", one, "what to look for");
        return List.of(
                property("Array", "length", NUMBER, "How many there are"),
                array("map", "any[]", "An array of what the function gives for each", function("make", one, "any")),
                array("filter", type, "Those for which the function says true", test),
                array("forEach", "void", "Calls the function for each", function("action", one, "void")),
                array("find", one, "The first for which the function says true", test),
                array("findIndex", NUMBER, "Where the first is for which the function says true", test),
                array("some", BOOLEAN, "Whether the function says true for any", test),
                array("every", BOOLEAN, "Whether the function says true for all", test),
                array("includes", BOOLEAN, "Whether it is among them", value),
                array("indexOf", NUMBER, "Where it is, or -1", value),
                array("at", one, "The one there; -1 is the last", Argument.required("index", NUMBER, "0 is the first")),
                array("slice", type, "A part as a new array", START, END),
                array(
                        "concat",
                        type,
                        "These and others as a new array",
                        Argument.optional("...others", type, "arrays")),
                array("join", STRING, "One text of all", Argument.optional("separator", STRING, "a comma by default")),
                array(
                        "sort",
                        type,
                        "Sorts in place, as texts unless told otherwise",
                        Argument.optional(
                                "compare", "(a: " + one + ", b: " + one + ") => number", "negative if a is first")),
                array("reverse", type, "Turns the order round, in place"),
                array("push", NUMBER, "Adds at the end", Argument.required("...values", type, "what to add")),
                array("pop", one, "Takes the last one off"),
                array("shift", one, "Takes the first one off"),
                array("unshift", NUMBER, "Adds at the start", Argument.required("...values", type, "what to add")),
                array(
                        "splice",
                        type,
                        "Takes some out, puts others in",
                        START,
                        Argument.optional("count", NUMBER, "how many to take out")),
                array("flat", "any[]", "Arrays in it taken apart"),
                array("flatMap", "any[]", "As map, and arrays taken apart", function("make", one, "any")),
                array(
                        "reduce",
                        "any",
                        "One value of all",
                        Argument.required("step", "(sum: any, x: " + one + ") => any", "called for each"),
                        Argument.optional("initial", "any", "to start with")),
                array("entries", "any", "Pairs of index and value"),
                array("keys", "any", "The indices"));
    }

    private static List<MemberDoc> string() {
        Argument pattern = Argument.required("pattern", "string | RegExp", "what to look for");
        return List.of(
                property("String", "length", NUMBER, "How long it is"),
                string("includes", BOOLEAN, "Whether the text is in it", TEXT),
                string("startsWith", BOOLEAN, "Whether it begins so", TEXT),
                string("endsWith", BOOLEAN, "Whether it ends so", TEXT),
                string("indexOf", NUMBER, "Where the text is in it, or -1", TEXT),
                string("slice", STRING, "A part of it", START, END),
                string("substring", STRING, "A part of it", START, END),
                string("split", "string[]", "The parts between separators", pattern),
                string(
                        "replace",
                        STRING,
                        "With the first one replaced",
                        pattern,
                        Argument.required("by", STRING, "what takes its place")),
                string(
                        "replaceAll",
                        STRING,
                        "With each one replaced",
                        pattern,
                        Argument.required("by", STRING, "what takes its place")),
                string("match", "string[]", "What matches, or null", pattern),
                string("toUpperCase", STRING, "In capitals"),
                string("toLowerCase", STRING, "In small letters"),
                string("trim", STRING, "Without blanks around it"),
                string("padStart", STRING, "Filled up in front to a length", COUNT),
                string("padEnd", STRING, "Filled up behind to a length", COUNT),
                string("repeat", STRING, "So many times", COUNT),
                string("charAt", STRING, "The character there", START),
                string("localeCompare", NUMBER, "Negative if it comes before the other", TEXT));
    }

    private static List<MemberDoc> date() {
        return List.of(
                date("toISOString", STRING, "In UTC, such as 2024-03-05T09:20:30.456Z"),
                date("getTime", NUMBER, "Milliseconds since 1970"),
                date("toLocaleString", STRING, "As people write it here"),
                date("getFullYear", NUMBER, "The year, local"),
                date("getMonth", NUMBER, "The month, local, 0 to 11"),
                date("getDate", NUMBER, "The day of the month, local"),
                date("getDay", NUMBER, "The day of the week, local, 0 is Sunday"),
                date("getHours", NUMBER, "The hour, local"),
                date("getMinutes", NUMBER, "The minute"),
                date("toJSON", STRING, "As in JSON"));
    }

    private static Argument function(String name, String one, String result) {
        return Argument.required(name, "(x: " + one + ") => " + result, "called for each");
    }

    private static MemberDoc array(String name, String returns, String text, Argument... arguments) {
        return method("Array", name, returns, text, arguments);
    }

    private static MemberDoc string(String name, String returns, String text, Argument... arguments) {
        return method("String", name, returns, text, arguments);
    }

    private static MemberDoc date(String name, String returns, String text) {
        return method("Date", name, returns, text);
    }

    private static MemberDoc property(String owner, String name, String type, String text) {
        return new MemberDoc(owner, name, MemberDoc.Kind.PROPERTY, List.of(), type, text, null);
    }

    private static MemberDoc method(String owner, String name, String returns, String text, Argument... arguments) {
        return new MemberDoc(owner, name, MemberDoc.Kind.METHOD, List.of(arguments), returns, text, null);
    }
}
