package io.impsh.script;

import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroupType;
import io.impsh.script.EntityKind.Property;
import io.impsh.script.EntityKind.Relation;
import io.impsh.script.EntityKind.ServerFilter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a build is to scripts. Its codes may be megabytes: nothing lists them unless it is told to. */
final class BuildKind {
    private BuildKind() {}

    static EntityKind<Deployment> make(Pattern idForm) {
        return new EntityKind<>(
                "Deployment",
                "build",
                "builds",
                "deployments",
                idForm,
                properties(),
                relations(),
                List.of("name", "tags", "description", "group", "flagged", "createdAt"),
                BuildCriteria.KEYS_OF_THEIR_OWN,
                Map.of(
                        "owner", ServerFilter.of("owner.id"),
                        "creator", ServerFilter.of("creator.id"),
                        "product", ServerFilter.of("product.id"),
                        "group", ServerFilter.of("devicegroup.id"),
                        "flagger", ServerFilter.of("flagger.id"),
                        "sha", ServerFilter.of("sha"),
                        "flagged", ServerFilter.of("flagged"),
                        "tag", ServerFilter.of(BuildCriteria.TAGS),
                        "tags", ServerFilter.of(BuildCriteria.TAGS)),
                (client, filter) -> client.deployments().list(filter),
                (client, id) -> client.deployments().get(id));
    }

    private static List<Property<Deployment>> properties() {
        return List.of(
                new Property<>("id", "string", "The build's id", Deployment::id),
                new Property<>("type", "string", "Always deployment", Deployment::type),
                new Property<>(
                        "name",
                        "string",
                        "The first " + Deployment.NAME_DIGITS + " digits of its sha",
                        Deployment::name),
                new Property<>(
                        "sha",
                        "string",
                        "64 hexadecimal digits made from the code: the same code has the same in all groups of its owner",
                        Deployment::sha),
                new Property<>("description", "string | null", "What it is, in words", Deployment::description),
                new Property<>(
                        "origin",
                        "string | null",
                        "Where the code came from; set when it is made, and never changed",
                        Deployment::origin),
                new Property<>(
                        "tags",
                        "string[]",
                        "Its tags: texts of A-Z, a-z, 0-9, _, -, * and ., 500 characters in all",
                        Deployment::tags),
                new Property<>("flagged", "boolean", "Whether it is safe from removal", Deployment::flagged),
                new Property<>(
                        "zombie",
                        "boolean",
                        "Whether its group is gone; it stays with the product",
                        Deployment::zombie),
                new Property<>(
                        "groupKind",
                        "string | null",
                        "The kind of its group: " + String.join(", ", DeviceGroupType.kinds()),
                        build -> EntityKinds.groupKind(build.group())),
                new Property<>(
                        "createdAt",
                        "Date",
                        "When it was deployed; of two builds of a group the later one is newer",
                        Deployment::createdAt),
                new Property<>("updatedAt", "Date", "When it was changed last", Deployment::updatedAt),
                new Property<>(
                        "deviceCode",
                        "string",
                        "The source of the device's code; may be empty, and is read when asked for",
                        Deployment::deviceCode,
                        true),
                new Property<>(
                        "agentCode",
                        "string",
                        "The source of the agent's code; may be empty, and is read when asked for",
                        Deployment::agentCode,
                        true));
    }

    private static List<Relation<Deployment>> relations() {
        return List.of(
                new Relation<>(
                        "group",
                        "group",
                        "DeviceGroup | null",
                        "The group it was deployed to; null when that is gone",
                        Deployment::group),
                new Relation<>(
                        "product", "product", "Product | null", "The product it was deployed in", Deployment::product),
                new Relation<>("owner", "account", "Account", "The account that owns it", Deployment::owner),
                new Relation<>("creator", "account", "Account", "The account that made it", Deployment::creator),
                new Relation<>(
                        "flagger",
                        "account",
                        "Account | null",
                        "The account that flagged it, while it is flagged",
                        Deployment::flagger));
    }
}
