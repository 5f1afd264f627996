package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;

/** The keys of {@code where} that only builds have. */
final class BuildCriteria {
    /** The service's filter: tags parted by commas, all of which must be there. */
    static final String TAGS = "tags";

    /** Those that are no property of a build. */
    static final List<String> KEYS_OF_THEIR_OWN = List.of("tag", "olderThanMinimum");

    static final List<String> KEYS =
            Stream.concat(Stream.of("tags"), KEYS_OF_THEIR_OWN.stream()).toList();

    private BuildCriteria() {}

    /** What one of the keys takes, in TypeScript's words. */
    static String typeOf(String key) {
        return switch (key) {
            case TAGS -> "string | string[]";
            case "tag" -> "FactTest<string>";
            default -> "boolean";
        };
    }

    /** What one of the keys of their own means. */
    static String textOf(String key) {
        return key.equals("tag")
                ? "Any of its tags; null for none at all"
                : "Whether it is older than the minimum supported build of its group";
    }

    static Criterion<Deployment> read(String key, Value wanted, Host host) {
        return switch (key) {
            case "tags" -> AllTags.read(wanted);
            case "tag" -> new OneTag(ValueTest.read(wanted, host));
            default -> OlderThanMinimum.read(wanted);
        };
    }

    /** Every tag must be there, as the service has it; an array means "any of" for all other keys. */
    private record AllTags(List<String> wanted) implements Criterion<Deployment> {
        static AllTags read(Value wanted) {
            List<String> tags = new ArrayList<>();
            if (wanted.isString()) {
                tags.add(wanted.asString());
            } else if (wanted.hasArrayElements()) {
                for (long index = 0; index < wanted.getArraySize(); index++) {
                    tags.add(text(wanted.getArrayElement(index)));
                }
            }
            if (tags.isEmpty()) {
                throw wrong();
            }
            return new AllTags(List.copyOf(tags));
        }

        private static String text(Value tag) {
            if (!tag.isString()) {
                throw wrong();
            }
            return tag.asString();
        }

        private static UserException wrong() {
            return new UserException(
                    "USAGE",
                    "where: tags takes a tag, or an array of tags which all have to be there",
                    "tag takes an array of which any will do, a regular expression, a function, or null for untagged");
        }

        @Override
        public Predicate<Deployment> test(Host host) {
            return build -> new HashSet<>(build.tags()).containsAll(wanted);
        }

        @Override
        public Optional<ServerTerm> serverTerm(Host host) {
            return Optional.of(new ServerTerm(TAGS, List.of(String.join(",", wanted))));
        }
    }

    /** One of the tags must be such; {@code null} means that there are none. */
    private record OneTag(ValueTest wanted) implements Criterion<Deployment> {
        @Override
        public Predicate<Deployment> test(Host host) {
            return build -> build.tags().isEmpty()
                    ? wanted.plainValues().stream().anyMatch(Objects::isNull)
                    : build.tags().stream().anyMatch(wanted.test()::test);
        }

        @Override
        public Optional<ServerTerm> serverTerm(Host host) {
            List<String> tags = wanted.plainValues().stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .distinct()
                    .toList();
            return tags.isEmpty() || tags.size() < wanted.plainValues().size()
                    ? Optional.empty()
                    : Optional.of(new ServerTerm(TAGS, tags));
        }
    }

    /** Older than the minimum supported build of its group. The minimum of each group is read once. */
    private record OlderThanMinimum(boolean wanted) implements Criterion<Deployment> {
        static OlderThanMinimum read(Value wanted) {
            if (!wanted.isBoolean()) {
                throw new UserException("USAGE", "where: olderThanMinimum is true or false", null);
            }
            return new OlderThanMinimum(wanted.asBoolean());
        }

        @Override
        public Predicate<Deployment> test(Host host) {
            Map<String, Optional<Instant>> minimums = new HashMap<>();
            return build -> wanted == (build.group() != null && isOlder(build, minimums, host));
        }

        private static boolean isOlder(Deployment build, Map<String, Optional<Instant>> minimums, Host host) {
            return minimums.computeIfAbsent(build.group().id(), group -> minimumOf(group, host))
                    .filter(minimum ->
                            build.createdAt() != null && build.createdAt().isBefore(minimum))
                    .isPresent();
        }

        private static Optional<Instant> minimumOf(String groupId, Host host) {
            DeviceGroup group = host.directory().byId(EntityKinds.GROUP, groupId);
            EntityRef minimum = group.minSupportedDeployment();
            return minimum == null
                    ? Optional.empty()
                    : Optional.ofNullable(host.directory()
                            .byId(EntityKinds.BUILD, minimum.id())
                            .createdAt());
        }

        @Override
        public Optional<ServerTerm> serverTerm(Host host) {
            return Optional.empty();
        }
    }
}
