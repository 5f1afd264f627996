package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.bulk.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code impsh types} prints; TypeScriptIT has the compiler read it. */
class TypeDeclarationsTest {
    private static final Registry REGISTRY = new Registry();
    private static final String TEXT = TypeDeclarations.text();

    private static final Set<String> OF_THE_LANGUAGE = Set.of("Date", "RegExp", "Record", "Iterable", "JSON");
    private static final Set<String> TYPE_PARAMETERS = Set.of("Made", "Entity", "Fact", "Key");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern DECLARATION = Pattern.compile("(?m)^(?:interface|type) (\\w+)");
    private static final Pattern TYPE_NAME = Pattern.compile("\\b[A-Z]\\w*");

    static List<String> types() {
        return REGISTRY.typeNames();
    }

    static List<EntityKind<?>> kinds() {
        return EntityKinds.ALL;
    }

    @Test
    void aTypeIsAnInterfaceWithTheTextsOfItsMembers() {
        assertThat(declared("interface BuildDiff ")).isEqualTo("""
                /** What is different between the codes of two builds. */
                interface BuildDiff extends ApiObject {
                  /** Whether nothing is different */
                  readonly same: boolean;
                  /** Unified diff of the device's code; empty without a difference */
                  readonly device: string;
                  /** Unified diff of the agent's code; empty without a difference */
                  readonly agent: string;
                  /** What JSON.stringify() makes of it. */
                  toJSON(): any;
                }
                """);
    }

    @Test
    void aCollectionHasMoreThanItsSelectionsAndNamesForMembers() {
        assertThat(declared("interface LoginKeys ")).isEqualTo("""
                /** The login keys of your account, ten at most. */
                interface LoginKeys extends LoginKeyQuery {
                  /**
                   * Finds the one that is meant by id, its beginning, or description. It is an error when there is none, or more than
                   * one.
                   *
                   * @param identifier id, its beginning, or description
                   * @example loginKeys.get(loginKeys.first().id)
                   */
                  get(identifier: string): LoginKey;
                  /**
                   * Makes a query of the given ones, in their order. One that does not exist is an error.
                   *
                   * @param list entities or identifiers
                   * @example loginKeys.of([loginKeys.first().id])
                   */
                  of(list: (LoginKey | string)[]): LoginKeyQuery;
                  /**
                   * Makes a login key. This is the time to write its id down: it is not shown whole again by itself.
                   *
                   * @param attributes an object such as {description: …}
                   * @example loginKeys.create({description: 'build server', password: 'sandbox'})
                   */
                  create(attributes?: {
                    /** what it is for */
                    description?: string;
                    /** the account's password; asked for, unseen, when it is left out */
                    password?: string;
                  }): LoginKey;
                }
                """);
        assertThat(TEXT).contains("\ndeclare const loginKeys: LoginKeys & ByName<LoginKey>;\n");
    }

    @Test
    void signaturesTellWhatDependsOnAnArgument() {
        assertThat(codeOf("DeviceQuery", "first")).isEqualTo("""
                  first(): Device | null;
                  first(most: number): Device[];
                """);
        assertThat(codeOf("Product", "remove")).isEqualTo("""
                  remove(): void;
                  remove(options: {
                    force?: boolean;
                    builds?: boolean;
                    unbondKey?: string;
                  }): Plan;
                """);
        assertThat(codeOf("DeviceQuery", "map")).isEqualTo("""
                  map<Made>(make: (x: Device) => Made): Made[];
                """);
        assertThat(codeOf("DeviceQuery", "where")).isEqualTo("""
                  where(filter: DeviceFilter): DeviceQuery;
                """);
        assertThat(codeOf("DeviceQuery", "sortBy")).isEqualTo("""
                  sortBy(key: DeviceKey | (string & {}) | ((x: Device) => any)): DeviceQuery;
                """);
        assertThat(codeOf("Logs", "maxStreams")).isEqualTo("""
                  maxStreams: number;
                """);
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasEveryMember(String type) {
        for (MemberDoc member : REGISTRY.members(type)) {
            String declared =
                    type.equals("Globals") ? globalCode(member.name()) : codeWithInherited(type, member.name());
            assertThat(declared).as(type + "." + member.name()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFilterHasEveryKeyThatWhereTakes(EntityKind<?> kind) {
        assertThat(keys("interface " + FilterDeclaration.filterName(kind))).containsExactlyElementsOf(kind.whereKeys());
    }

    @Test
    void whatIsDeclaredByHandHasTheKeysThatThereAre() {
        List<String> outcomes = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            outcomes.add(outcome.name().toLowerCase(Locale.ROOT));
        }
        outcomes.add("left");

        assertThat(keys("interface PlanItem ")).containsExactlyElementsOf(PlanRows.KEYS);
        assertThat(keys("interface ReportItem ")).containsExactlyElementsOf(ReportItemsType.COLUMNS);
        assertThat(keys("interface OutcomeCounts ")).containsExactlyElementsOf(outcomes);
    }

    @Test
    void everyTypeThatIsNamedIsDeclared() {
        String code = COMMENT.matcher(TEXT).replaceAll("");
        Set<String> known = new TreeSet<>(OF_THE_LANGUAGE);
        known.addAll(TYPE_PARAMETERS);
        DECLARATION.matcher(code).results().map(found -> found.group(1)).forEach(known::add);

        assertThat(TYPE_NAME.matcher(code).results().map(MatchResult::group)).isSubsetOf(known);
    }

    @Test
    void noTextIsTakenForATag() {
        assertThat(TEXT.lines().map(String::strip).filter(line -> line.startsWith("* @") || line.startsWith("/** @")))
                .allMatch(line -> line.startsWith("* @param ") || line.startsWith("* @example "));
    }

    /** A declaration with its comment. */
    private static String declared(String beginning) {
        int start = TEXT.indexOf("\n" + beginning) + 1;
        assertThat(start).as(beginning).isPositive();
        return TEXT.substring(TEXT.lastIndexOf("\n\n", start) + 2, TEXT.indexOf("\n}\n", start) + 3);
    }

    private static String withoutComments(String declarations) {
        return declarations.replaceAll("(?s) */\\*\\*.*?\\*/\\n", "");
    }

    private static List<String> keys(String beginning) {
        return Pattern.compile("(?m)^  (?:readonly )?(\\w+)\\??:")
                .matcher(withoutComments(declared(beginning)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String codeOf(String type, String member) {
        String one = "(?ms)^  (?:readonly )?" + member + "[<(:].*?;\\n(?=  \\w|})";
        StringBuilder code = new StringBuilder();
        Pattern.compile(one)
                .matcher(withoutComments(declared("interface " + type + " ")))
                .results()
                .forEach(found -> code.append(found.group()));
        return code.toString();
    }

    private static String codeWithInherited(String type, String member) {
        String own = codeOf(type, member);
        EntityKind<?> kind = HostTypes.kindIn(type);
        return own.isEmpty() && kind != null ? codeOf(HostTypes.queryName(kind), member) : own;
    }

    private static String globalCode(String name) {
        return Pattern.compile("(?m)^declare (?:const|function) " + name + "[<(:].*")
                .matcher(TEXT)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
    }
}
