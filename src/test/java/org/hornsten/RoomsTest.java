package org.hornsten;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hornsten.ledger.Kept;
import org.hornsten.kit.Untraced;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The map of the house: which room may enter which. Kept here once; docs/architecture.md shows the same table. */
class RoomsTest {
    private static final String HOUSE = "org.hornsten.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.hornsten");

    private record Room(int floor, List<String> enters) {}

    private static final Map<String, Room> ROOMS = new LinkedHashMap<>();

    private static void room(int floor, String name, String... enters) {
        ROOMS.put(name, new Room(floor, List.of(enters)));
    }

    static {
        room(0, "kit");
        room(0, "proof");
        room(0, "numbers");
        room(0, "text");
        room(1, "server", "kit", "proof");
        room(1, "diff", "text");
        room(1, "identity", "kit");
        room(1, "document", "kit", "text");
        room(1, "pool", "kit");
        room(1, "lot", "kit");
        room(2, "guard", "kit", "identity");
        room(2, "info", "kit", "identity");
        room(2, "ledger", "kit", "identity");
        room(3, "web", "kit", "identity", "guard");
        room(3, "privacy", "kit", "identity", "ledger");
        room(4, "log", "kit", "proof", "ledger", "web");
        room(4, "project", "kit", "identity", "ledger", "web", "privacy");
        room(5, "notice", "kit", "identity", "ledger", "web", "privacy", "project");
        room(5, "guardian", "kit", "identity", "ledger", "web", "project");
        room(5, "blocking", "kit", "identity", "ledger", "web", "privacy", "project");
        room(5, "input", "kit", "numbers", "text", "identity", "ledger", "web", "privacy", "project");
        room(6, "link", "kit", "numbers", "identity", "ledger", "web", "privacy", "project", "notice", "input");
        room(6, "draft", "kit", "text", "diff", "identity", "ledger", "web", "project", "input");
        room(7, "panel", "kit", "identity", "ledger", "web", "privacy", "project", "link");
        room(7, "letter", "kit", "identity", "ledger", "web", "privacy", "project", "link");
        room(7, "desk", "kit", "text", "diff", "identity", "document", "ledger", "web", "project", "draft");
        room(7, "rating", "kit", "numbers", "identity", "pool", "guard", "ledger", "web", "privacy", "project",
                "input", "draft");
        room(7, "decision", "kit", "text", "diff", "identity", "ledger", "web", "privacy", "project", "input", "link",
                "draft");
        room(7, "workshop", "kit", "identity", "ledger", "web", "project", "link", "draft");
        room(8, "invitation", "kit", "identity", "ledger", "web", "privacy", "project", "notice", "link", "panel",
                "letter");
        room(8, "hearing", "kit", "text", "diff", "identity", "pool", "guard", "ledger", "web", "project", "input",
                "draft", "rating");
        room(8, "publishing", "kit", "text", "diff", "identity", "ledger", "web", "project", "input", "draft",
                "decision");
        room(8, "recruitment", "kit", "identity", "lot", "ledger", "web", "privacy", "project", "notice", "link",
                "panel");
        room(8, "calendar", "kit", "identity", "ledger", "web", "project", "notice", "link", "workshop");
        room(8, "handout", "kit", "identity", "document", "ledger", "web", "workshop");
        room(8, "roll", "kit", "identity", "document", "ledger", "web", "project", "panel");
        room(8, "fee", "kit", "identity", "ledger", "web", "privacy", "project", "notice", "link", "workshop");
        room(9, "choosing", "kit", "identity", "document", "lot", "ledger", "web", "privacy", "project", "link",
                "panel", "letter", "recruitment");
        room(9, "attendance", "kit", "numbers", "identity", "ledger", "web", "privacy", "project", "input",
                "workshop", "calendar");
        room(9, "results", "kit", "identity", "ledger", "web", "privacy", "project", "notice", "link", "workshop",
                "invitation");
        room(9, "reading", "kit", "text", "diff", "identity", "pool", "ledger", "web", "project", "input", "draft",
                "rating", "hearing");
        room(9, "trace", "kit", "proof", "numbers", "text", "diff", "identity", "ledger", "web", "log", "project",
                "input", "draft", "rating", "decision", "hearing");
        room(10, "planning", "kit", "identity", "ledger", "web", "project", "draft", "workshop", "calendar",
                "attendance");
        room(10, "home", "kit", "identity", "pool", "guard", "ledger", "web", "privacy", "project", "guardian",
                "blocking", "input", "link", "draft", "panel", "letter", "rating", "decision", "workshop",
                "invitation", "publishing", "recruitment", "fee", "attendance", "results", "trace");
        room(11, "minutes", "kit", "numbers", "identity", "ledger", "web", "project", "input", "workshop", "planning");
        room(12, "board", "kit", "numbers", "text", "identity", "ledger", "web", "privacy", "project", "input",
                "draft", "rating", "workshop", "hearing", "minutes");
        room(13, "demo", "kit", "text", "diff", "identity", "ledger", "web", "project", "notice", "input", "draft",
                "panel", "rating", "decision", "workshop", "hearing", "publishing", "recruitment", "fee", "board");
    }

    @Test
    void the_rooms_of_the_house_are_the_ones_of_the_table() {
        assertEquals(ROOMS.keySet().stream().sorted().toList(),
                CLASSES.stream().map(RoomsTest::roomOf).distinct().sorted().toList());
    }

    @Test
    void a_room_enters_only_rooms_of_the_table_and_every_door_of_the_table_is_used() {
        Map<String, Set<String>> used = new TreeMap<>();
        for (JavaClass from : CLASSES) from.getDirectDependenciesFromSelf().stream().map(d -> d.getTargetClass())
                .filter(to -> to.getPackageName().startsWith("org.hornsten")).map(RoomsTest::roomOf)
                .filter(to -> !to.equals(roomOf(from)))
                .forEach(to -> used.computeIfAbsent(roomOf(from), r -> new TreeSet<>()).add(to));
        ROOMS.forEach((name, room) -> assertEquals(new TreeSet<>(room.enters()),
                used.getOrDefault(name, new TreeSet<>()), "doors of the room " + name));
    }

    @Test
    void every_door_leads_down() {
        ROOMS.forEach((name, room) -> room.enters().forEach(other -> {
            if (ROOMS.get(other).floor() >= room.floor()) throw new AssertionError(name + " looks up to " + other);
        }));
    }

    @Test
    void the_documentation_shows_this_table() throws IOException {
        String shown = Files.readString(Path.of("docs/architecture.md"));
        String table = ROOMS.entrySet().stream()
                .map(e -> "| %d | `%s` | %s |".formatted(e.getValue().floor(), e.getKey(),
                e.getValue().enters().isEmpty() ? "–" : String.join(", ", e.getValue().enters())))
                .collect(Collectors.joining("\n"));
        assertEquals(table, shown.substring(shown.indexOf("<!-- rooms -->") + 15, shown.indexOf("<!-- /rooms -->"))
                .strip().lines().skip(2).collect(Collectors.joining("\n")));
    }

    @Test
    void only_its_own_room_writes_an_entity() {
        fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).and().areNotStatic()
                .should(new ArchCondition<>("be written by their own room only") {
                    @Override
                    public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                        field.getAccessesToSelf().stream()
                                .filter(a -> a.getAccessType() == AccessType.SET)
                                .filter(a -> !roomOf(a.getOriginOwner()).equals(roomOf(field.getOwner())))
                                .forEach(a -> events.add(SimpleConditionEvent.violated(field, a.getDescription())));
                    }
                }).check(CLASSES);
    }

    @Test
    void what_changes_something_is_kept_or_says_why_not() {
        methods().that().areAnnotatedWith(POST.class).or().areAnnotatedWith(PUT.class).or()
                .areAnnotatedWith(PATCH.class).or().areAnnotatedWith(DELETE.class)
                .should(new ArchCondition<>("be @Kept or @Untraced") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (!method.isAnnotatedWith(Kept.class) && !method.isAnnotatedWith(Untraced.class))
                            events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                    }
                }).check(CLASSES);
    }

    @Test
    void what_only_shows_never_writes() {
        methods().that().areAnnotatedWith(GET.class).should().notBeAnnotatedWith(Kept.class)
                .andShould().notBeAnnotatedWith(Transactional.class).check(CLASSES);
    }

    @Test
    void entities_know_neither_the_web_nor_templates() {
        noClasses().that().areAnnotatedWith(Entity.class).should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus.qute..", "org.hornsten.web..").check(CLASSES);
    }

    @Test
    void templates_are_compiled_and_never_made_of_text() {
        noClasses().should().callMethod(io.quarkus.qute.Engine.class, "parse", String.class).check(CLASSES);
    }

    @Test
    void there_is_one_clock() {
        noClasses().that().resideOutsideOfPackage("org.hornsten.kit..")
                .should().callMethod(java.time.Instant.class, "now")
                .orShould().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(java.time.LocalDateTime.class, "now")
                .orShould().callMethod(java.time.ZonedDateTime.class, "now")
                .orShould().callMethod(java.time.Clock.class, "systemUTC")
                .orShould().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    }

    private static String roomOf(JavaClass type) {
        String rest = type.getPackageName().substring(Math.min(type.getPackageName().length(), HOUSE.length()));
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
