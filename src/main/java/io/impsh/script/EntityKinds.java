package io.impsh.script;

import io.impsh.api.Filter;
import io.impsh.api.ImpClient;
import io.impsh.model.Account;
import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import io.impsh.model.Library;
import io.impsh.model.LoginKey;
import io.impsh.model.Product;
import io.impsh.model.RefreshToken;
import io.impsh.model.Webhook;
import io.impsh.script.EntityKind.Property;
import io.impsh.script.EntityKind.Relation;
import io.impsh.script.EntityKind.ServerFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sorts of entity that scripts know. */
final class EntityKinds {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Device id, MAC address or agent id: the service takes all three. */
    private static final Pattern DEVICE_ID_FORM =
            Pattern.compile("[0-9a-fA-F]{16}|([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}|[A-Za-z0-9_-]{12}");

    /** The service's word for devices without a group. */
    private static final ServerTerm UNASSIGNED = new ServerTerm("devicegroup.owner.id", List.of("null"));

    static final EntityKind<Account> ACCOUNT = new EntityKind<>(
            "Account",
            "account",
            "accounts",
            "accounts",
            UUID_FORM,
            List.of(
                    new Property<>("id", "string", "The account's id", Account::id),
                    new Property<>("type", "string", "Always account", Account::type),
                    new Property<>("name", "string", "The user name", Account::name),
                    new Property<>("username", "string", "The user name", Account::username),
                    new Property<>("email", "string", "The e-mail address", Account::email),
                    new Property<>("tier", "string", "A tier that begins with ent is an enterprise one", Account::tier),
                    new Property<>("createdAt", "Date", "When it was made", Account::createdAt),
                    new Property<>("updatedAt", "Date", "When it was changed last", Account::updatedAt)),
            List.of(),
            List.of("username", "email", "tier", "id"),
            List.of(),
            Map.of(),
            (client, filter) -> client.accounts().list(),
            (client, id) -> client.accounts().get(id));

    static final EntityKind<Product> PRODUCT = new EntityKind<>(
            "Product",
            "product",
            "products",
            "products",
            UUID_FORM,
            List.of(
                    new Property<>("id", "string", "The product's id", Product::id),
                    new Property<>("type", "string", "Always product", Product::type),
                    new Property<>("name", "string", "1 to 80 characters, unique for its owner", Product::name),
                    new Property<>("description", "string | null", "Up to 255 characters", Product::description),
                    new Property<>("createdAt", "Date", "When it was made", Product::createdAt),
                    new Property<>("updatedAt", "Date", "When it was changed last", Product::updatedAt)),
            List.of(
                    new Relation<>("owner", "account", "Account", "The account that owns it", Product::owner),
                    new Relation<>("creator", "account", "Account", "The account that made it", Product::creator)),
            List.of("name", "description", "owner", "createdAt"),
            List.of(),
            Map.of("owner", ServerFilter.of("owner.id")),
            (client, filter) -> client.products().list(filter),
            (client, id) -> client.products().get(id));

    static final EntityKind<DeviceGroup> GROUP = new EntityKind<>(
            "DeviceGroup",
            "group",
            "groups",
            "deviceGroups",
            UUID_FORM,
            List.of(
                    new Property<>("id", "string", "The group's id", DeviceGroup::id),
                    new Property<>(
                            "type",
                            "string",
                            "The service's own type, such as development_devicegroup",
                            DeviceGroup::type),
                    new Property<>("name", "string", "1 to 80 characters, unique in its product", DeviceGroup::name),
                    new Property<>(
                            "kind",
                            "string",
                            "One of " + String.join(", ", DeviceGroupType.kinds()),
                            group -> group.groupType().kind()),
                    new Property<>("description", "string | null", "Up to 255 characters", DeviceGroup::description),
                    new Property<>(
                            "region",
                            "string | null",
                            "Set when the group is made; only (pre-)production groups have one",
                            DeviceGroup::region,
                            false,
                            EntityKinds::isProductionSide),
                    new Property<>(
                            "loadCodeAfterBlessing",
                            "boolean | null",
                            "Whether code is loaded at blessing or at the end user's BlinkUp; (pre-)production only",
                            DeviceGroup::loadCodeAfterBlessing,
                            false,
                            EntityKinds::isProductionSide),
                    new Property<>(
                            "envVars",
                            "object",
                            "User variables: names with strings or numbers. Running code sees a change after the next build and a restart",
                            DeviceGroup::envVars),
                    new Property<>("createdAt", "Date", "When it was made", DeviceGroup::createdAt),
                    new Property<>("updatedAt", "Date", "When it was changed last", DeviceGroup::updatedAt)),
            List.of(
                    new Relation<>("product", "product", "Product", "The product it belongs to", DeviceGroup::product),
                    new Relation<>("owner", "account", "Account", "The account that owns it", DeviceGroup::owner),
                    new Relation<>("creator", "account", "Account", "The account that made it", DeviceGroup::creator),
                    new Relation<>(
                                    "productionTarget",
                                    "group",
                                    "DeviceGroup | null",
                                    "The (pre-)production group that blessed devices go to; (pre-)factory groups only",
                                    DeviceGroup::productionTarget)
                            .onlyOf(EntityKinds::isFactorySide),
                    new Relation<>(
                                    "dutTarget",
                                    "group",
                                    "DeviceGroup | null",
                                    "The (pre-)dut group that devices under test go to; (pre-)factory groups only",
                                    DeviceGroup::dutTarget)
                            .onlyOf(EntityKinds::isFactorySide),
                    new Relation<>(
                            "currentDeployment",
                            "build",
                            "Deployment | null",
                            "The newest build: its devices run it from their next restart on",
                            DeviceGroup::currentDeployment),
                    new Relation<>(
                            "minSupportedDeployment",
                            "build",
                            "Deployment | null",
                            "The oldest build that a device may go on running after a conditional restart",
                            DeviceGroup::minSupportedDeployment)),
            List.of("name", "kind", "product", "description", "createdAt"),
            List.of(),
            Map.of(
                    "product",
                    ServerFilter.of("product.id"),
                    "owner",
                    ServerFilter.of("owner.id"),
                    "kind",
                    ServerFilter.by("type", EntityKinds::groupTypeOfKind)),
            (client, filter) -> client.deviceGroups().list(filter),
            (client, id) -> client.deviceGroups().get(id));

    static final EntityKind<Device> DEVICE = new EntityKind<>(
            "Device",
            "device",
            "devices",
            "devices",
            DEVICE_ID_FORM,
            List.of(
                    new Property<>("id", "string", "16 hexadecimal digits", Device::id),
                    new Property<>("type", "string", "Always device", Device::type),
                    new Property<>(
                            "name", "string | null", "Its name; not unique, null when it has none", Device::name),
                    new Property<>("online", "boolean", "Whether it is connected", Device::online),
                    new Property<>(
                            "stateChangedAt",
                            "Date | null",
                            "When it came on line or went off line last",
                            Device::stateChangedAt),
                    new Property<>(
                            "agentId",
                            "string | null",
                            "Its agent: 12 characters; null while unassigned",
                            Device::agentId),
                    new Property<>(
                            "agentUrl",
                            "string | null",
                            "Where its agent answers HTTP requests; null while unassigned",
                            Device::agentUrl),
                    new Property<>(
                            "agentRunning",
                            "boolean",
                            "Whether its agent runs; false while unassigned",
                            Device::agentRunning),
                    new Property<>(
                            "agentStateChangedAt",
                            "Date | null",
                            "When its agent started or stopped last; null while unassigned",
                            Device::agentStateChangedAt),
                    new Property<>(
                            "lastEnrolledAt", "Date | null", "When its last BlinkUp was", Device::lastEnrolledAt),
                    new Property<>("impType", "string", "Its module, in lower case, such as imp003", Device::impType),
                    new Property<>(
                            "ipAddress",
                            "string | null",
                            "The public address that it connects from",
                            Device::ipAddress),
                    new Property<>(
                            "macAddress",
                            "string",
                            "In lower case, with colons, such as 0c:2a:69:0a:1b:2c",
                            Device::macAddress),
                    new Property<Device>("freeMemory", "number | null", "Free memory in bytes", Device::freeMemory)
                            .in(Shown.Unit.BYTES),
                    new Property<Device>(
                                    "rssi",
                                    "number | null",
                                    "Strength of its WiFi signal in dBm: negative, better the nearer to 0",
                                    Device::rssi)
                            .in(Shown.Unit.DBM),
                    new Property<>(
                            "softwareVersion",
                            "string | null",
                            "Its impOS: hash, release, date and flavour, with ' - ' between them",
                            Device::softwareVersion),
                    new Property<>(
                            "planId", "string | null", "Id of its BlinkUp plan: 16 hexadecimal digits", Device::planId),
                    new Property<>(
                            "groupKind",
                            "string | null",
                            "The kind of its group: " + String.join(", ", DeviceGroupType.kinds()),
                            device -> groupKind(device.group()))),
            List.of(
                    new Relation<>(
                            "group",
                            "group",
                            "DeviceGroup | null",
                            "The group it is assigned to; null while unassigned",
                            Device::group),
                    new Relation<>(
                            "product",
                            "product",
                            "Product | null",
                            "The product of its group; null while unassigned",
                            Device::product),
                    new Relation<>("owner", "account", "Account", "The account that owns it", Device::owner)),
            List.of("name", "online", "group", "impType", "macAddress", "stateChangedAt", "id"),
            List.of(),
            Map.of(
                    "group",
                    ServerFilter.of("devicegroup.id").orUnset(UNASSIGNED),
                    "product",
                    ServerFilter.of("product.id"),
                    "owner",
                    ServerFilter.of("owner.id"),
                    "groupKind",
                    ServerFilter.by("devicegroup.type", EntityKinds::groupTypeOfKind)),
            (ImpClient client, Filter filter) -> client.devices().list(filter),
            (client, id) -> client.devices().get(id));

    static final EntityKind<Webhook> WEBHOOK = new EntityKind<>(
            "Webhook",
            "webhook",
            "webhooks",
            "webhooks",
            UUID_FORM,
            List.of(
                    new Property<>("id", "string", "The webhook's id", Webhook::id),
                    new Property<>("type", "string", "Always webhook", Webhook::type),
                    new Property<>("url", "string", "The address it posts to", Webhook::url),
                    new Property<>(
                            "event",
                            "string",
                            "What it tells of: one of " + String.join(", ", Webhook.EVENTS),
                            Webhook::event),
                    new Property<>(
                            "contentType",
                            "string",
                            "The form of what is posted: application/json or application/x-www-form-urlencoded",
                            Webhook::contentType),
                    new Property<>(
                            "groupKind",
                            "string | null",
                            "The kind of its group: " + String.join(", ", DeviceGroupType.kinds()),
                            webhook -> groupKind(webhook.group())),
                    new Property<>("createdAt", "Date", "When it was made", Webhook::createdAt),
                    new Property<>("updatedAt", "Date", "When it was changed last", Webhook::updatedAt)),
            List.of(
                    new Relation<>("group", "group", "DeviceGroup", "The group whose events it tells", Webhook::group),
                    new Relation<>("product", "product", "Product", "The product of its group", Webhook::product)
                            .otherwise(EntityKinds::productOfGroup),
                    new Relation<>("owner", "account", "Account", "The account that owns it", Webhook::owner),
                    new Relation<>("creator", "account", "Account", "The account that made it", Webhook::creator)),
            List.of("event", "group", "url"),
            List.of(),
            Map.of("group", ServerFilter.of("devicegroup.id")),
            (client, filter) -> client.webhooks().list(filter),
            (client, id) -> client.webhooks().get(id));

    static final EntityKind<Deployment> BUILD = BuildKind.make(UUID_FORM);

    static final EntityKind<LoginKey> LOGIN_KEY = AccessKinds.loginKey();
    static final EntityKind<RefreshToken> REFRESH_TOKEN = AccessKinds.refreshToken();
    static final EntityKind<Library> LIBRARY = AccessKinds.library();

    static final List<EntityKind<?>> ALL =
            List.of(PRODUCT, GROUP, DEVICE, BUILD, WEBHOOK, LOGIN_KEY, REFRESH_TOKEN, ACCOUNT, LIBRARY);

    /** Where the service's word for a type is not the word that people use. */
    private static final Map<String, EntityKind<?>> BY_TYPE = Map.of(
            Deployment.TYPE, BUILD,
            LoginKey.TYPE, LOGIN_KEY,
            RefreshToken.TYPE, REFRESH_TOKEN);

    private EntityKinds() {}

    /** Those whose names the index keeps: what people call by names, and have of their own. */
    static List<EntityKind<?>> named() {
        return ALL.stream().filter(kind -> kind.isNamed() && kind != LIBRARY).toList();
    }

    /** The kind by its singular word, such as {@code group}. */
    static EntityKind<?> ofSingular(String singular) {
        return ALL.stream()
                .filter(kind -> kind.singular().equals(singular))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of entity is called " + singular));
    }

    /** The kind of a pointer, by the service's type; empty for kinds that scripts do not know. */
    static Optional<EntityKind<?>> of(EntityRef ref) {
        if (DeviceGroupType.ofJson(ref.type()).isPresent()) {
            return Optional.of(GROUP);
        }
        if (BY_TYPE.containsKey(ref.type())) {
            return Optional.of(BY_TYPE.get(ref.type()));
        }
        return ALL.stream().filter(kind -> kind.singular().equals(ref.type())).findFirst();
    }

    /** Whether an account may have so many of them, or they are so large, that all are not read for a name. */
    static boolean isLarge(EntityKind<?> kind) {
        return kind == DEVICE || kind == BUILD;
    }

    @SuppressWarnings("unchecked") // each entity class belongs to one kind
    static <T extends Entity> EntityKind<T> of(T entity) {
        return (EntityKind<T>) of(entity.ref()).orElseThrow();
    }

    /** The kind of the group that something points to. */
    static String groupKind(EntityRef group) {
        return group == null ? null : DeviceGroupType.of(group.type()).kind();
    }

    /** Undocumented types may have anything. */
    private static boolean isProductionSide(DeviceGroup group) {
        return group.groupType().isProduction() || !DeviceGroupType.documented().contains(group.groupType());
    }

    private static boolean isFactorySide(DeviceGroup group) {
        return group.groupType().isFactory() || !DeviceGroupType.documented().contains(group.groupType());
    }

    private static EntityRef productOfGroup(Webhook webhook, Host host) {
        return host.directory()
                .listed(GROUP, webhook.group())
                .map(DeviceGroup::product)
                .orElse(null);
    }

    static String groupTypeOfKind(String kind) {
        return DeviceGroupType.ofKind(kind).map(DeviceGroupType::json).orElse(kind);
    }
}
