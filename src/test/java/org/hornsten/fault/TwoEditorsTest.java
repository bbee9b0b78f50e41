package org.hornsten.fault;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.draft.WorkingText;
import org.junit.jupiter.api.RepeatedTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Editors who press save in the same moment, each over the text as it was before. */
@QuarkusTest
class TwoEditorsTest {
    private static final int EDITORS = 6;

    @RepeatedTest(5)
    void of_editors_who_save_at_once_one_is_kept_whole_and_the_others_are_told() throws Exception {
        Draft draft = World.draft(World.project());
        String path = "/api/v1/drafts/" + draft.publicId + "/working-copy";
        String pass = Browser.token(World.lena());
        String seen = editor(pass).get(path).is(200).header("ETag").orElseThrow();
        List<Caller> editors = Stream.generate(() -> editor(pass)).limit(EDITORS).toList();
        List<Caller.Answer> answers = Crowd.atOnce(editors, (caller, who) -> caller.call("PUT", path,
                Map.of("Content-Type", "application/json", "If-Match", seen), text(who)));
        List<Integer> kept = IntStream.range(0, EDITORS).filter(who -> answers.get(who).status() == 200).boxed()
                .toList();
        assertEquals(1, kept.size(), () -> answers.stream().map(Caller.Answer::status).toList().toString());
        answers.stream().filter(answer -> answer.status() != 200).forEach(answer ->
                assertEquals(4, answer.status() / 100, answer::text));
        assertEquals(List.of("Början av " + kept.get(0) + ".", "Slutet av " + kept.get(0) + "."), World.act(() ->
                WorkingText.of(World.again(draft), "sv").orElseThrow().outline.passages().stream().map(p -> p.text())
                        .toList()));
    }

    private static Caller editor(String pass) {
        return new Caller(RestAssured.port).bearing(pass);
    }

    private static String text(int who) {
        return Scene.json(Map.of("language", "sv", "markdown",
                "# Titel\n\n## Avsnitt\n\nBörjan av %1$d.\n\nSlutet av %1$d.\n".formatted(who)));
    }
}
