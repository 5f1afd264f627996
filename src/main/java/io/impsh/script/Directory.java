package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.api.Filter;
import io.impsh.api.NotFoundException;
import io.impsh.model.Account;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import io.impsh.model.LoginKey;
import io.impsh.model.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds entities by what identifies them: first as an id where it looks like one, then in the name index (what it says is
 * verified by one request), then in one listing, which is reused for a minute.
 */
final class Directory implements EntityLookup {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int NEAREST = 3;
    private static final int LISTED_MATCHES = 10;
    private static final int SHORT_KEY = 4;

    private record Listing<T>(Instant taken, List<T> entities, Map<String, T> byId) {}

    private final Host host;
    private final NameIndex index;
    private final Map<EntityKind<?>, Listing<?>> listings = new HashMap<>();
    private final BuildLookup builds;
    private Account me;

    Directory(Host host, NameIndex index) {
        this.host = host;
        this.index = index;
        builds = new BuildLookup(host);
    }

    /** Builds have no names, and are looked for in a way of their own. */
    BuildLookup builds() {
        return builds;
    }

    NameIndex index() {
        return index;
    }

    @Override
    public Entity resolve(String kind, String identifier) {
        if (kind.equals(EntityKinds.BUILD.singular())) {
            return builds.findCode(identifier).orElseThrow(() -> builds.unknown(identifier));
        }
        return get(EntityKinds.ofSingular(kind), identifier);
    }

    /** The one entity that the identifier means; an error names the nearest, or all that match. */
    <T extends Entity> T get(EntityKind<T> kind, String identifier) {
        return find(kind, identifier).orElseThrow(() -> unknown(kind, identifier));
    }

    /** Empty when nothing matches; ambiguity is an error here too. */
    @SuppressWarnings("unchecked") // builds are what the kind of builds is of
    <T extends Entity> Optional<T> find(EntityKind<T> kind, String identifier) {
        if (kind == EntityKinds.BUILD) {
            return (Optional<T>) builds.find(identifier);
        }
        if (kind == EntityKinds.ACCOUNT && identifier.equals("me")) {
            return Optional.of(kind.get(host.client(), "me"));
        }
        if (kind.idForm().matcher(identifier).matches()) {
            Optional<T> byId = byAnyId(kind, identifier);
            if (byId.isPresent()) {
                return byId;
            }
        }
        Optional<T> indexed = fromIndex(kind, identifier);
        if (indexed.isPresent()) {
            return indexed;
        }
        return single(kind, identifier, fromListing(kind, identifier));
    }

    private <T extends Entity> Optional<T> byAnyId(EntityKind<T> kind, String identifier) {
        try {
            return Optional.of(kind.get(host.client(), identifier));
        } catch (NotFoundException absent) {
            return Optional.empty();
        }
    }

    private <T extends Entity> Optional<T> fromIndex(EntityKind<T> kind, String identifier) {
        List<String> ids = index.idsOf(kind.singular(), identifier);
        if (ids.size() != 1) {
            return Optional.empty();
        }
        return byAnyId(kind, ids.get(0)).filter(entity -> identifier.equals(entity.name()));
    }

    private <T extends Entity> Optional<T> single(EntityKind<T> kind, String identifier, List<T> matches) {
        if (matches.size() > 1) {
            throw ambiguous(kind, identifier, matches);
        }
        return matches.stream().findFirst();
    }

    private <T extends Entity> List<T> fromListing(EntityKind<T> kind, String identifier) {
        List<T> listing = listing(kind);
        List<T> matches = listing.stream()
                .filter(entity -> identifier.equals(entity.name()) || isOtherName(entity, identifier))
                .toList();
        List<String> path = BracedPath.parse(identifier);
        if (matches.isEmpty() && !path.isEmpty()) {
            matches = listing.stream()
                    .filter(entity -> path.equals(pathOf(entity, path.get(0))))
                    .toList();
        }
        return matches;
    }

    private static boolean isOtherName(Entity entity, String text) {
        if (entity instanceof LoginKey key) {
            return text.equals(key.description())
                    || text.length() >= SHORT_KEY && key.id().startsWith(text);
        }
        return entity instanceof Account account && text.equals(account.email());
    }

    /** The names from the account down, such as {@code [demo, Thermostat, Line 1]}. */
    private List<String> pathOf(Entity entity, String wantedAccount) {
        if (entity instanceof DeviceGroup group) {
            return List.of(
                    accountName(group.owner(), wantedAccount), String.valueOf(nameOf(group.product())), group.name());
        }
        return entity instanceof Product product
                ? List.of(accountName(product.owner(), wantedAccount), product.name())
                : List.of();
    }

    private String accountName(EntityRef owner, String wanted) {
        if (owner == null) {
            return "";
        }
        Account account = byId(EntityKinds.ACCOUNT, owner.id());
        boolean isMe = wanted.equals("me") && owner.id().equals(me().id());
        return isMe || wanted.equals(account.email()) || wanted.equals(account.id()) ? wanted : account.username();
    }

    /** Whose session this is, which does not change. */
    /** The account that is logged in. */
    Account me() {
        if (me == null) {
            me = host.client().accounts().me();
        }
        return me;
    }

    /** All of a kind, at most a minute old. */
    <T extends Entity> List<T> listing(EntityKind<T> kind) {
        return fresh(kind).entities();
    }

    @SuppressWarnings("unchecked") // a kind's listing holds that kind's entities
    private <T extends Entity> Listing<T> fresh(EntityKind<T> kind) {
        Listing<T> known = (Listing<T>) listings.get(kind);
        if (known == null || known.taken().plus(FRESH).isBefore(Instant.now())) {
            known = list(kind);
            if (kind != EntityKinds.BUILD) {
                // all the code of an account is not to be kept for a minute
                listings.put(kind, known);
            }
        }
        return known;
    }

    private <T extends Entity> Listing<T> list(EntityKind<T> kind) {
        Instant now = Instant.now();
        try (ScriptIo.Activity activity = host.io().begin("reading the " + kind.plural())) {
            List<T> entities = kind.list(host.client(), Filter.none()).toList();
            activity.progress(entities.size(), entities.size());
            Map<String, T> byId = new HashMap<>();
            entities.forEach(entity -> byId.put(entity.id(), entity));
            return new Listing<>(now, entities, byId);
        }
    }

    /**
     * An entity that something points to. A second one of the same kind is taken from a listing, so that a table of
     * devices does not cost one request for each group.
     */
    <T extends Entity> T byId(EntityKind<T> kind, String id) {
        if (EntityKinds.isLarge(kind)) {
            return kind.get(host.client(), id);
        }
        T known = fresh(kind).byId().get(id);
        return known != null ? known : kind.get(host.client(), id);
    }

    /** What a pointer points to, from a listing; empty when that does not show it. */
    <T extends Entity> Optional<T> listed(EntityKind<T> kind, EntityRef ref) {
        return ref == null
                ? Optional.empty()
                : Optional.ofNullable(fresh(kind).byId().get(ref.id()));
    }

    /** The name of what a pointer points to; its id when it has none or cannot be seen; {@code null} for no pointer. */
    String nameOf(EntityRef ref) {
        if (ref == null) {
            return null;
        }
        return EntityKinds.of(ref)
                .filter(kind -> !EntityKinds.isLarge(kind))
                .map(kind -> fresh(kind).byId().get(ref.id()))
                .map(entity -> ((Entity) entity).name())
                .orElse(ref.id());
    }

    /** The name if it needs no request, else {@code null}. */
    String knownNameOf(EntityRef ref) {
        return EntityKinds.of(ref)
                .map(listings::get)
                .map(listing -> listing.byId().get(ref.id()))
                .map(entity -> ((Entity) entity).name())
                .orElse(null);
    }

    /** Told after each write, so that the next look-up sees it. */
    void changed(EntityKind<?> kind) {
        listings.remove(kind);
        if (kind == EntityKinds.BUILD) {
            builds.forget();
        }
    }

    /** Everything is read anew when it is needed next. */
    void forget() {
        listings.clear();
        builds.forget();
    }

    private static String allOf(EntityKind<?> kind) {
        if (kind.isNamed()) {
            return kind.collection() + ".names()";
        }
        return kind.plainKey().equals("id")
                ? kind.collection()
                : kind.collection() + ".select('" + kind.plainKey() + "', 'id')";
    }

    private <T extends Entity> UserException unknown(EntityKind<T> kind, String identifier) {
        if (kind == EntityKinds.BUILD) {
            return builds.unknown(identifier);
        }
        List<String> names = names(kind);
        List<String> near = Nearest.to(identifier, names, NEAREST);
        String hint = near.isEmpty() ? allOf(kind) + " lists them" : "nearest: " + oneLine(String.join(", ", near));
        if (kind == EntityKinds.DEVICE
                && !identifier.isBlank()
                && oneLine(identifier).equals(identifier)) {
            hint += "\ndevices.where({name: /^" + pattern(identifier) + "/}) finds by pattern";
        }
        String missing = kind.isNamed() ? " is called '" : " has the id '";
        return new UserException("NOT_FOUND", "no " + wordOf(kind) + missing + oneLine(identifier) + "'", hint);
    }

    /** Without line breaks, with which a name could fake lines of a message. */
    static String oneLine(String name) {
        return name.replace("\r", "\\r").replace("\n", "\\n");
    }

    static String wordOf(EntityKind<?> kind) {
        return kind == EntityKinds.GROUP ? "device group" : kind.singular();
    }

    private static String pattern(String identifier) {
        return identifier.replaceAll("[/\\\\^$.|?*+()\\[\\]{}]", "\\\\$0");
    }

    private <T extends Entity> List<String> names(EntityKind<T> kind) {
        return listing(kind).stream()
                .map(Entity::name)
                .filter(name -> name != null && !name.isEmpty())
                .distinct()
                .toList();
    }

    private <T extends Entity> UserException ambiguous(EntityKind<T> kind, String identifier, List<T> matches) {
        List<String> lines = new ArrayList<>();
        matches.stream().limit(LISTED_MATCHES).forEach(match -> lines.add(oneLine(distinct(match))));
        if (matches.size() > LISTED_MATCHES) {
            lines.add("and " + (matches.size() - LISTED_MATCHES) + " more");
        }
        return new UserException(
                "AMBIGUOUS",
                matches.size() + " " + kind.plural() + " are called '" + oneLine(identifier) + "'",
                "say which:\n" + String.join("\n", lines));
    }

    private String distinct(Entity entity) {
        if (entity instanceof Device device) {
            return device.id() + "  " + device.macAddress() + "  in " + nameOf(device.group());
        }
        if (entity instanceof LoginKey key) {
            return key.name() + "  " + key.description();
        }
        String account = entity.owner() == null ? entity.id() : String.valueOf(nameOf(entity.owner()));
        return entity instanceof DeviceGroup group
                ? BracedPath.write(List.of(account, nameOf(group.product()), group.name()))
                : BracedPath.write(List.of(account, String.valueOf(entity.name())));
    }
}
