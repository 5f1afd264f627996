package io.impsh.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.graalvm.polyglot.Value;

/**
 * One type of the script API: its members with their texts and what they do. The registry holds one for each.
 *
 * @param <T> the Java value behind objects of the type
 */
final class HostType<T> {
    /** Reads a property. */
    interface Reader<T> {
        Object read(T self, Host host);
    }

    /** Carries out a method. */
    interface Invoker<T> {
        Object invoke(T self, Call call);
    }

    /** Answers a name that is no member, such as a product's name on {@code products}; throws when it is wrong. */
    interface Fallback<T> {
        Object lookUp(T self, String name, Host host);
    }

    /** Takes what is assigned to a property. */
    interface Writer {
        void write(Value value, Host host);
    }

    /** A member: what is said about it and what it does; one of reader and invoker is there. */
    record Member<T>(MemberDoc doc, Reader<T> reader, Invoker<T> invoker) {}

    /** Stands for {@code [0]} and all other indices where hints are given. */
    static final String ANY_INDEX = "[0]";

    private final String name;
    private final String text;
    private final Map<String, Member<T>> members = new LinkedHashMap<>();
    private final Map<String, String> hints = new LinkedHashMap<>();
    private final Map<String, Writer> writers = new HashMap<>();
    private Fallback<T> fallback;
    private BiFunction<T, Host, String> description = (self, host) -> "[" + name() + "]";
    private Invoker<T> json;

    HostType(String name, String text) {
        this.name = name;
        this.text = text;
    }

    HostType<T> property(String property, String type, String what, Reader<T> reader) {
        return add(new MemberDoc(name, property, MemberDoc.Kind.PROPERTY, List.of(), type, what, null), reader, null);
    }

    HostType<T> relation(String property, String type, String what, Reader<T> reader) {
        return add(new MemberDoc(name, property, MemberDoc.Kind.RELATION, List.of(), type, what, null), reader, null);
    }

    HostType<T> method(
            String method, String returns, String what, String example, Invoker<T> invoker, Argument... arguments) {
        return add(
                new MemberDoc(name, method, MemberDoc.Kind.METHOD, Arrays.asList(arguments), returns, what, example),
                null,
                invoker);
    }

    /** A property that may be assigned to, as few may. */
    HostType<T> writer(String property, Writer writer) {
        writers.put(property, writer);
        return this;
    }

    /** {@code null} for what cannot be assigned to. */
    Writer writer(String property) {
        return writers.get(property);
    }

    /** What to say when someone asks for a member that other libraries have and this type has not. */
    HostType<T> hint(String missing, String instead) {
        hints.put(missing, instead);
        return this;
    }

    HostType<T> fallback(Fallback<T> lookUp) {
        fallback = lookUp;
        return this;
    }

    /** What template strings and {@code String(x)} give. */
    HostType<T> describedBy(Function<T, String> describe) {
        return describedBy((self, host) -> describe.apply(self));
    }

    /** As {@link #describedBy(Function)}, for what may have to be asked for first. */
    HostType<T> describedBy(BiFunction<T, Host, String> describe) {
        description = describe;
        return this;
    }

    /** What {@code JSON.stringify} sees. */
    HostType<T> json(Invoker<T> toJson) {
        json = toJson;
        return this;
    }

    private HostType<T> add(MemberDoc doc, Reader<T> reader, Invoker<T> invoker) {
        if (members.put(doc.name(), new Member<>(doc, reader, invoker)) != null) {
            throw new IllegalStateException(name + " has two members called " + doc.name());
        }
        return this;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    Member<T> member(String member) {
        return members.get(member);
    }

    Collection<Member<T>> members() {
        return members.values();
    }

    List<MemberDoc> docs() {
        return members.values().stream().map(Member::doc).toList();
    }

    /** The names that spreading, {@code Object.keys} and {@code for..in} see: facts only, nothing that would fetch. */
    List<String> eagerKeys() {
        List<String> keys = new ArrayList<>();
        for (Member<T> member : members.values()) {
            if (member.doc().kind() == MemberDoc.Kind.PROPERTY) {
                keys.add(member.doc().name());
            }
        }
        return keys;
    }

    /** Names of other languages and shells that are answered with a hint. */
    Set<String> hinted() {
        return hints.keySet();
    }

    String hintFor(String missing) {
        return hints.get(missing);
    }

    Fallback<T> fallback() {
        return fallback;
    }

    String describe(T self, Host host) {
        return description.apply(self, host);
    }

    Invoker<T> json() {
        return json;
    }
}
