package io.impsh.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * In what the service would differ from what it is, had it got the writes of a dry run: resources that were created, changed
 * and removed. Safe for use by many threads. The resources that it takes and gives are not changed by anybody.
 */
final class ImaginedCloud {
    private static final List<String> PARTS = List.of("attributes", "relationships");

    /** Formed as the service's own ids, so that they are taken for ids wherever a name may stand too. */
    private static final String PREFIX = "00000000-0000-0000-0000-";

    private final Map<ResourcePath, ObjectNode> created = new LinkedHashMap<>();
    private final Map<ResourcePath, ObjectNode> changes = new LinkedHashMap<>();
    /** What was changed, as it really is. */
    private final Map<ResourcePath, ObjectNode> real = new LinkedHashMap<>();

    private final Set<ResourcePath> removed = new HashSet<>();
    private int count;

    static boolean isPlaceholder(String id) {
        return id != null && id.startsWith(PREFIX);
    }

    synchronized String newId() {
        return PREFIX + String.format("%012d", ++count);
    }

    synchronized void create(ResourcePath path, ObjectNode resource) {
        created.put(path, resource);
    }

    /** @param change with {@code attributes} or {@code relationships}, each of which is set */
    synchronized void change(ResourcePath path, JsonNode change) {
        if (isPlaceholder(path.id())) {
            created.computeIfPresent(path, (there, resource) -> with(resource, change));
        } else {
            changes.merge(path, with(Json.object(), change), (earlier, now) -> with(earlier, now));
        }
    }

    /** Tells what a changed resource is like without the change: it may have to show up where it did not before. */
    synchronized void isReally(ResourcePath path, ObjectNode resource) {
        real.put(path, resource);
    }

    synchronized void remove(ResourcePath path) {
        created.remove(path);
        changes.remove(path);
        real.remove(path);
        removed.add(path);
    }

    /** Whether it was removed, or never made. */
    synchronized boolean isGone(ResourcePath path) {
        return removed.contains(path) || isPlaceholder(path.id()) && !created.containsKey(path);
    }

    /** Whether anything could look different. */
    synchronized boolean isUntouched() {
        return count == 0 && changes.isEmpty() && removed.isEmpty();
    }

    /** One that was created, as it is by now; {@code null} if there is none. */
    synchronized ObjectNode placeholder(ResourcePath path) {
        ObjectNode resource = created.get(path);
        return resource == null ? null : withoutWhatIsGone(path, resource);
    }

    /** A real resource as it would be: the same object when nothing is different, {@code null} when it would be gone. */
    synchronized ObjectNode imagined(ResourcePath path, ObjectNode resource) {
        if (removed.contains(path)) {
            return null;
        }
        ObjectNode change = changes.get(path);
        return withoutWhatIsGone(path, change == null ? resource : with(resource, change));
    }

    /** Devices that were moved, so that the listing may have to show them, and of which nobody has told what they are. */
    synchronized List<String> unknownNewcomers(ResourcePath collection, ListFilter filter) {
        return changes.entrySet().stream()
                .filter(change -> change.getKey().collection().equals(collection.collection()))
                .filter(change -> !real.containsKey(change.getKey()))
                .filter(change -> filter.mayLetIn(change.getValue()))
                .map(change -> change.getKey().id())
                .toList();
    }

    /** What the service does not list in answer to a request though it would have to, the oldest first. */
    synchronized List<ObjectNode> missing(ResourcePath collection, ListFilter filter) {
        List<ObjectNode> missing = new ArrayList<>();
        real.forEach((path, resource) -> {
            if (path.collection().equals(collection.collection()) && !filter.accepts(resource)) {
                addAccepted(imagined(path, resource), filter, missing);
            }
        });
        created.keySet().forEach(path -> {
            if (path.collection().equals(collection.collection())) {
                addAccepted(placeholder(path), filter, missing);
            }
        });
        return missing;
    }

    private static void addAccepted(ObjectNode resource, ListFilter filter, Collection<ObjectNode> to) {
        if (resource != null && filter.accepts(resource)) {
            to.add(resource);
        }
    }

    /** Webhooks go with their group; all else only loses what it points to. */
    private ObjectNode withoutWhatIsGone(ResourcePath path, ObjectNode resource) {
        if (removed.isEmpty()) {
            return resource;
        }
        List<String> lost = resource.path("relationships").properties().stream()
                .filter(relation -> pointsToNothing(relation.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (lost.isEmpty()) {
            return resource;
        }
        if (path.isOf("webhooks")) {
            return null;
        }
        ObjectNode rest = resource.deepCopy();
        rest.withObject("/relationships").remove(lost);
        return rest;
    }

    private boolean pointsToNothing(JsonNode relation) {
        String id = relation.path("id").stringValue(null);
        String type = relation.path("type").stringValue(null);
        return id != null && type != null && removed.contains(ResourcePath.of(type, id));
    }

    /** A relationship that is {@code null} points to nothing from then on. */
    private static ObjectNode with(ObjectNode resource, JsonNode change) {
        ObjectNode copy = resource.deepCopy();
        for (String part : PARTS) {
            change.path(part).properties().forEach(each -> copy.withObject("/" + part)
                    .set(each.getKey(), each.getValue()));
        }
        return copy;
    }
}
