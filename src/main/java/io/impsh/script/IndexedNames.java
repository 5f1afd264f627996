package io.impsh.script;

import io.impsh.api.WriteListener;
import io.impsh.model.Account;
import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** What the index keeps of an entity; and keeps it right when this session writes one. */
final class IndexedNames implements WriteListener {
    private static final int LONGEST_DETAIL = 60;
    private static final Map<String, EntityKind<?>> COLLECTIONS = Map.of(
            "products", EntityKinds.PRODUCT,
            "devicegroups", EntityKinds.GROUP,
            "devices", EntityKinds.DEVICE,
            "deployments", EntityKinds.BUILD);

    private final NameIndex index;

    IndexedNames(NameIndex index) {
        this.index = index;
    }

    @Override
    public void changed(Entity entity) {
        EntityKinds.of(entity.ref())
                .filter(EntityKinds.named()::contains)
                .ifPresent(kind -> index.put(kind.singular(), entity.id(), of(entity, index::nameOf)));
    }

    @Override
    public void removed(String collection, String id) {
        EntityKind<?> kind = COLLECTIONS.get(collection);
        if (kind != null) {
            index.remove(kind.singular(), id);
        }
    }

    /**
     * Of a build its tags, which are what people call it by; of all else the name if it has one.
     *
     * @param nameOf the name by kind and id, or {@code null}
     */
    static List<NameIndex.Entry> of(Entity entity, BinaryOperator<String> nameOf) {
        if (entity instanceof Deployment build) {
            String group = build.group() == null
                    ? null
                    : nameOf.apply("group", build.group().id());
            return build.tags().stream()
                    .map(tag -> new NameIndex.Entry(tag, build.id(), group == null ? null : "build of " + group))
                    .toList();
        }
        boolean hasName = entity.name() != null && !entity.name().isEmpty();
        return hasName ? List.of(new NameIndex.Entry(entity.name(), entity.id(), detail(entity, nameOf))) : List.of();
    }

    private static String detail(Entity entity, BinaryOperator<String> nameOf) {
        if (entity instanceof DeviceGroup group) {
            EntityRef product = group.product();
            String name = product == null ? null : nameOf.apply("product", product.id());
            return group.groupType().kind() + (name == null ? "" : ", " + name);
        }
        String text = entity instanceof Product product
                ? product.description()
                : entity instanceof Account account ? account.email() : null;
        return text == null || text.isBlank() ? null : text.substring(0, Math.min(text.length(), LONGEST_DETAIL));
    }
}
