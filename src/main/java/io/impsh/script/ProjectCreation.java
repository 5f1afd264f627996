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
            Argument.optional("deviceFile", "string", Project.DEVICE_FILE + " by default"),
            Argument.optional("agentFile", "string", Project.AGENT_FILE + " by default"),
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
        project.confirmReplacing(host);
        Product product = product(options);
        boolean fixture = type.equals(DeviceGroupType.PRE_FACTORY);
        EntityRef production =
                fixture ? target(options, "productionTarget", DeviceGroupType.PRE_PRODUCTION, product) : null;
        EntityRef dut = fixture ? target(options, "dutTarget", DeviceGroupType.PRE_DUT, product) : null;
        DeviceGroup group = make(type, product, options.text("name"), options.text("description"), production, dut);
        project.link(
                group,
                options.has("deviceFile") ? options.text("deviceFile") : Project.DEVICE_FILE,
                options.has("agentFile") ? options.text("agentFile") : Project.AGENT_FILE);
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

    private EntityRef target(Options options, String key, DeviceGroupType type, Product product) {
        if (!options.has(key)) {
            throw new UserException("USAGE", "a pre-factory group needs " + key, null);
        }
        String name = options.value(key).isString() ? options.text(key) : null;
        if (name != null && options.flag("createTargets")) {
            Optional<DeviceGroup> known = host.directory().find(EntityKinds.GROUP, name);
            return known.map(DeviceGroup::ref)
                    .orElseGet(() -> make(type, product, name, null, null, null).ref());
        }
        return Identified.entity(EntityKinds.GROUP, options.value(key), host).ref();
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
