package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.NewDeviceGroup;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import java.util.Map;
import java.util.Optional;

/** A new project: its group, on request its product and targets, then its file. */
final class ProjectCreation {
    static final Argument OPTIONS = Argument.options(
            "options",
            Argument.required("product", "Product | string", "the product, or its name or id"),
            Argument.required("name", "string", "of the group: 1 to 80 characters, unique in the product"),
            Argument.optional("createProduct", "boolean", "make the product if there is none of the name"),
            Argument.optional("description", "string", "of the group"),
            Argument.optional("deviceFile", "string", Project.DEVICE_FILE + " by default")
                    .as(Wanted.FILE),
            Argument.optional("agentFile", "string", Project.AGENT_FILE + " by default")
                    .as(Wanted.FILE),
            Argument.optional("kind", "string", "development, which is the preset, or pre-factory"),
            Argument.optional("productionTarget", "DeviceGroup | string", "a pre-factory group needs it"),
            Argument.optional("dutTarget", "DeviceGroup | string", "a pre-factory group needs it"),
            Argument.optional("createTargets", "boolean", "make targets that are not there"));

    private final Project project;
    private final Host host;

    ProjectCreation(Project project, Host host) {
        this.project = project;
        this.host = host;
    }

    void create(Options options) {
        DeviceGroupType type = kind(options);
        ProductVerbs.nameAndDescription(options);
        SourceNames sources = SourceNames.read(options, Project.USUAL_SOURCES);
        project.confirmReplacing(host);
        Product product = product(options);
        GroupSettings settings = new GroupSettings(type, product.ref(), options, host).requireTargets();
        EntityRef production = madeIfMissing(options, "productionTarget", DeviceGroupType.PRE_PRODUCTION, product);
        EntityRef dut = madeIfMissing(options, "dutTarget", DeviceGroupType.PRE_DUT, product);
        DeviceGroup group = make(
                type,
                product,
                settings.name(),
                settings.description(),
                production == null ? settings.productionTarget() : production,
                dut == null ? settings.dutTarget() : dut);
        project.link(group, sources, host);
    }

    private static DeviceGroupType kind(Options options) {
        String kind = options.has("kind") ? options.text("kind") : DeviceGroupType.DEVELOPMENT.kind();
        DeviceGroupType type = DeviceGroupType.ofKind(kind).orElse(null);
        if (!DeviceGroupType.DEVELOPMENT.equals(type) && !DeviceGroupType.PRE_FACTORY.equals(type)) {
            throw options.wrong("kind", "'development' or 'pre-factory'");
        }
        boolean targets = options.has("productionTarget") || options.has("dutTarget");
        if (targets != type.equals(DeviceGroupType.PRE_FACTORY)) {
            throw new UserException(
                    "USAGE",
                    targets
                            ? "only a pre-factory group has targets"
                            : "a pre-factory group needs productionTarget and dutTarget",
                    "createTargets: true makes those that are not there");
        }
        return type;
    }

    private Product product(Options options) {
        String name = options.value("product").isString() ? options.text("product") : null;
        if (name != null && options.flag("createProduct")) {
            Optional<Product> known = host.directory().find(EntityKinds.PRODUCT, name);
            if (known.isEmpty()) {
                host.beforeWrite();
                Product made = host.client().products().create(name, null, null);
                host.directory().changed(EntityKinds.PRODUCT);
                return made;
            }
            return known.get();
        }
        return Identified.entity(EntityKinds.PRODUCT, options.value("product"), host);
    }

    /**
     * The target that had to be made, or {@code null}. Groups of the same name in other products do not count: a target
     * has to be in the same one.
     */
    private EntityRef madeIfMissing(Options options, String key, DeviceGroupType type, Product product) {
        if (!options.flag("createTargets")
                || !options.has(key)
                || !options.value(key).isString()) {
            return null;
        }
        String name = options.text(key, 1, ProductVerbs.LONGEST_NAME);
        boolean there = host.directory().listing(EntityKinds.GROUP).stream()
                .anyMatch(group -> group.id().equals(name)
                        || group.name().equals(name) && product.ref().equals(group.product()));
        return there ? null : make(type, product, name, null, null, null).ref();
    }

    private DeviceGroup make(
            DeviceGroupType type,
            Product product,
            String name,
            String description,
            EntityRef production,
            EntityRef dut) {
        host.beforeWrite();
        DeviceGroup made = host.client()
                .deviceGroups()
                .create(new NewDeviceGroup(type, product.id(), name, description, null, Map.of(), production, dut));
        host.directory().changed(EntityKinds.GROUP);
        return made;
    }
}
