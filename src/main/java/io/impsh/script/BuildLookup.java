package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.api.Filter;
import io.impsh.api.NotFoundException;
import io.impsh.model.Deployment;
import io.impsh.model.EntityRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds builds as the vendor's tool does, by id, sha, tag and origin in this order, and last by the first digits of the
 * sha. The service itself finds ids, shas and tags; for the rest all builds are read once, of which only what identifies
 * them is kept for a minute.
 */
final class BuildLookup {
    /** What a tag may be made of. */
    static final Pattern TAG_FORM = Pattern.compile("[A-Za-z0-9_*.-]+");

    private static final Pattern SHA_FORM = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern SHA_BEGINNING = Pattern.compile("[0-9a-fA-F]{" + Deployment.NAME_DIGITS + ",63}");
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int NEAREST = 3;
    private static final int LISTED_MATCHES = 10;

    /** A build without its code. */
    private record Known(String id, String sha, String origin, List<String> tags) {}

    private record Listing(Instant taken, List<Known> builds) {}

    private final Host host;
    private Listing listing;

    BuildLookup(Host host) {
        this.host = host;
    }

    /** Empty when nothing matches; more than one match is an error. */
    Optional<Deployment> find(String identifier) {
        return find(identifier, Filter.none());
    }

    /** Among the builds of the group; of the same tag in two groups each means its own. */
    Optional<Deployment> findIn(EntityRef group, String identifier) {
        return find(identifier, Filter.none().and("devicegroup.id", group.id())).or(() -> find(identifier));
    }

    /** As {@link #find}, but of several that are all the same code, as copies are, the one that was made first. */
    Optional<Deployment> findCode(String identifier) {
        List<Deployment> found = matches(identifier, Filter.none());
        boolean isOneCode = found.stream().map(Deployment::sha).distinct().count() == 1;
        return isOneCode ? found.stream().min(Comparator.comparing(Deployment::createdAt)) : single(identifier, found);
    }

    private Optional<Deployment> find(String identifier, Filter within) {
        return single(identifier, matches(identifier, within));
    }

    private List<Deployment> matches(String identifier, Filter within) {
        List<Deployment> found = byId(identifier);
        if (found.isEmpty() && SHA_FORM.matcher(identifier).matches()) {
            found = bySha(identifier.toLowerCase(Locale.ROOT), within);
        }
        if (found.isEmpty()) {
            found = byTag(identifier, within);
        }
        if (found.isEmpty() && within.terms().isEmpty()) {
            found = byOriginOrBeginning(identifier);
        }
        return found;
    }

    /** By tag alone, which costs one request and lists nothing. */
    Optional<Deployment> byTag(String tag) {
        return single(tag, byTag(tag, Filter.none()));
    }

    private List<Deployment> byId(String identifier) {
        if (!EntityKinds.BUILD.idForm().matcher(identifier).matches()) {
            return List.of();
        }
        try {
            return List.of(host.client().deployments().get(identifier));
        } catch (NotFoundException absent) {
            return List.of();
        }
    }

    private List<Deployment> bySha(String sha, Filter within) {
        return matching(within.and("sha", sha), build -> sha.equals(build.sha()));
    }

    private List<Deployment> byTag(String tag, Filter within) {
        return TAG_FORM.matcher(tag).matches()
                ? matching(within.and(BuildCriteria.TAGS, tag), build -> build.tags()
                        .contains(tag))
                : List.of();
    }

    private List<Deployment> matching(Filter filter, Predicate<Deployment> test) {
        return host.client().deployments().list(filter).toList().stream()
                .filter(test)
                .toList();
    }

    private List<Deployment> byOriginOrBeginning(String identifier) {
        List<Known> found = listing().stream()
                .filter(build -> identifier.equals(build.origin()))
                .toList();
        if (found.isEmpty() && SHA_BEGINNING.matcher(identifier).matches()) {
            String beginning = identifier.toLowerCase(Locale.ROOT);
            found = listing().stream()
                    .filter(build -> build.sha() != null && build.sha().startsWith(beginning))
                    .toList();
        }
        return found.stream().flatMap(build -> byId(build.id()).stream()).toList();
    }

    private List<Known> listing() {
        if (listing == null || listing.taken().plus(FRESH).isBefore(Instant.now())) {
            Instant now = Instant.now();
            List<Known> builds = new ArrayList<>();
            try (ScriptIo.Activity activity = host.io().begin("reading the builds")) {
                for (Deployment build : host.client().deployments().list(Filter.none())) {
                    builds.add(new Known(build.id(), build.sha(), build.origin(), build.tags()));
                    activity.progress(builds.size(), -1);
                }
            }
            listing = new Listing(now, builds);
        }
        return listing.builds();
    }

    void forget() {
        listing = null;
    }

    UserException unknown(String identifier) {
        List<String> known = listing().stream()
                .flatMap(build -> Stream.concat(build.tags().stream(), Stream.ofNullable(build.origin())))
                .distinct()
                .toList();
        List<String> near = Nearest.to(identifier, known, NEAREST);
        return new UserException(
                "NOT_FOUND",
                "no build has the id, sha, tag or origin '" + Directory.oneLine(identifier) + "'",
                near.isEmpty() ? "deployments lists them" : "nearest: " + Directory.oneLine(String.join(", ", near)));
    }

    private Optional<Deployment> single(String identifier, List<Deployment> matches) {
        if (matches.size() > 1) {
            throw ambiguous(identifier, matches);
        }
        return matches.stream().findFirst();
    }

    private UserException ambiguous(String identifier, List<Deployment> matches) {
        List<String> lines = new ArrayList<>();
        matches.stream().limit(LISTED_MATCHES).forEach(match -> lines.add(Directory.oneLine(distinct(match))));
        if (matches.size() > LISTED_MATCHES) {
            lines.add("and " + (matches.size() - LISTED_MATCHES) + " more");
        }
        return new UserException(
                "AMBIGUOUS",
                matches.size() + " builds match '" + Directory.oneLine(identifier) + "'",
                "say which:\n" + String.join("\n", lines));
    }

    private String distinct(Deployment build) {
        String where =
                build.group() == null ? "zombie" : "in " + host.directory().nameOf(build.group());
        return build.id() + "  " + where + "  " + label(build);
    }

    /** What people know it by: the beginning of its sha, its tags, its description. */
    static String label(Deployment build) {
        StringBuilder label = new StringBuilder(build.name() == null ? build.id() : build.name());
        build.tags().forEach(tag -> label.append(' ').append(tag));
        if (build.description() != null && !build.description().isEmpty()) {
            label.append("  ").append(build.description());
        }
        return label.toString();
    }

    /** The same within a sentence. */
    static String phrase(Deployment build) {
        List<String> more = new ArrayList<>();
        if (!build.tags().isEmpty()) {
            more.add(String.join(" ", build.tags()));
        }
        if (build.description() != null && !build.description().isEmpty()) {
            more.add(build.description());
        }
        String name = build.name() == null ? build.id() : build.name();
        return more.isEmpty() ? name : name + " (" + String.join(", ", more) + ")";
    }
}
