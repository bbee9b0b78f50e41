package org.hornsten;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hornsten.input.Gate;
import org.hornsten.numbers.RawTable;
import org.hornsten.numbers.SmallNumbers;
import org.hornsten.numbers.Strides;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every number about answers goes through one gate. */
class NumbersTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.hornsten");
    private static final Pattern SUMS = Pattern.compile("(?i)\\b(?:count|sum|avg)\\(\\s*(?:\\*|case|[a-z])");
    private static final Pattern ANSWERS = Pattern.compile("\\bfrom (?:Rating|Contribution|Viewpoint|Answered)\\b");
    private static final Pattern COUNT = Pattern.compile("\\b(?:Rating|Contribution|Viewpoint|Answered)\\.count\\(");

    /** Who counts answers, and why that number shows nobody. */
    private static final Map<String, String> COUNTS = Map.ofEntries(
            Map.entry("Heard", "hands a RawTable to the gate"),
            Map.entry("Ratings", "hands a RawTable to the gate"),
            Map.entry("Answers", "hands a RawTable to the gate"),
            Map.entry("Coverage", "hands a RawTable to the gate; its other sums are of matters and of what staff did"),
            Map.entry("Gate", "asks itself whether a stride is due"),
            Map.entry("Contributions", "work lists of staff: how many texts are on the list one reads, without demographics"),
            Map.entry("WorkLists", "work lists of staff"),
            Map.entry("Decisions", "how much one decision answers, on the list of those who made it"),
            Map.entry("Comments", "the length of the list of comments, for those who may open it"),
            Map.entry("VersionApi", "whether there is any answer yet: shows no number"),
            Map.entry("Leaving", "how much one person said who leaves, for the ledger: shown to nobody"),
            Map.entry("OldWords", "how many texts have had their time, for the administrator: no number of one group"));

    @Test
    void only_the_gate_runs_the_arithmetic_of_small_numbers() {
        noClasses().that(outside("numbers").and(DescribedPredicate.not(named(Gate.class))))
                .should().dependOnClassesThat().areAssignableTo(SmallNumbers.class)
                .orShould().dependOnClassesThat().areAssignableTo(Strides.class).check(HOUSE);
    }

    @Test
    void no_page_no_program_and_no_template_holds_raw_counts() {
        ArchRule rule = noClasses().that().areAnnotatedWith(Path.class).or().areAssignableTo(TemplateInstance.class)
                .should().dependOnClassesThat().areAssignableTo(RawTable.class);
        rule.check(HOUSE);
        JavaClasses flawed = new ClassFileImporter().importClasses(Showing.class);
        assertTrue(rule.evaluate(flawed).hasViolation(), "a page that holds one would be found");
    }

    /** The flaw the rule must find. */
    @Path("/planted")
    static class Showing {
        RawTable raw;
    }

    @Test
    void raw_counts_can_be_added_to_but_not_read() {
        List<String> readable = new ClassFileImporter().importClass(RawTable.class).getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getRawReturnType().isEquivalentTo(RawTable.class))
                .map(method -> method.getName()).toList();
        assertEquals(List.of(), readable);
        assertTrue(new ClassFileImporter().importClass(RawTable.class).getFields().stream()
                .noneMatch(field -> field.getModifiers().contains(JavaModifier.PUBLIC)));
    }

    @Test
    void answers_are_counted_only_where_it_is_known_why() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        try (Stream<java.nio.file.Path> files = Files.walk(java.nio.file.Path.of("src/main/java/org/hornsten"))) {
            for (java.nio.file.Path file : files.filter(f -> f.toString().endsWith(".java")).toList())
                if (counts(Files.readString(file)))
                    found.add(file.getFileName().toString().replace(".java", ""));
        }
        assertEquals(new TreeSet<>(COUNTS.keySet()), found);
    }

    @Test
    void a_count_would_be_found() {
        assertTrue(counts("select avg(r.score) from Rating r"));
        assertTrue(counts("return Contribution.count(\"project\", project);"));
        assertFalse(counts("select count(*) from Membership m"));
    }

    private static boolean counts(String words) {
        return SUMS.matcher(words).find() && ANSWERS.matcher(words).find() || COUNT.matcher(words).find();
    }

    private static DescribedPredicate<JavaClass> outside(String room) {
        return DescribedPredicate.describe("outside " + room, type -> !type.getPackageName().endsWith("." + room));
    }

    private static DescribedPredicate<JavaClass> named(Class<?> one) {
        return DescribedPredicate.describe("is " + one.getSimpleName(), type -> type.getName().startsWith(one.getName()));
    }
}
