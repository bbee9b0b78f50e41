package org.hornsten.choosing;

import static org.hamcrest.Matchers.is;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.kit.Refused;
import org.hornsten.letter.LetterBatch;
import org.hornsten.link.PersonalLink;
import org.hornsten.recruitment.Addressee;
import org.hornsten.recruitment.OpenCall;
import org.hornsten.recruitment.Upload;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Names and addresses of a sample: all good rows or none, and letters that are written while nobody waits. */
@QuarkusTest
class SampleTest {
    private static final String COLUMNS = "Namn;Gatuadress;Postnummer;Postort;Språk\n";

    private static Sample.Read read(String table) {
        return Sample.read(table.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> wrong(String table) {
        return read(table).wrong().stream().map(one -> one.row() + " " + one.field() + " " + one.why().key).toList();
    }

    @Test
    void each_bad_row_is_named_as_a_spreadsheet_counts_it() {
        assertEquals(List.of("3 street choosing:cell_missing", "4 language recruitment:language_unknown",
                "5 name choosing:row_twice", "6 postcode web:too_long"), wrong(COLUMNS
                + "Åke Öst;Storgatan 1;65100;Vasa;sv\nMaija;;65100;Vaasa;fi\nIvan;Gatan 2;65100;Vasa;ru\n"
                + "Åke Öst;Storgatan 1;65100;Vasa;svenska\nEva;Gatan 3;" + "6".repeat(21) + ";Vasa;\n"));
        assertEquals(List.of("1 postcode choosing:column_missing", "1 town choosing:column_missing"),
                wrong("nimi,katuosoite\nMaija,Katu 1\n"));
        Refused none = Assertions.assertThrows(Refused.class, () -> read(COLUMNS));
        assertEquals("choosing:rows_none", none.key);
        Assertions.assertThrows(Refused.class, () -> Sample.read("PK\3\4 no table".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void registers_write_languages_in_their_own_way_and_formulas_are_text() {
        Sample.Read read = read("nimi,katuosoite,postinumero,postitoimipaikka,kieli\n"
                + "=HYPERLINK(1),Katu 1,65100,Vaasa,S\n"
                + "Maija,Katu 2,65100,Vaasa,suomi\nEd,Katu 3,65100,Vaasa,\n");
        assertEquals(List.of(), read.wrong());
        assertEquals(List.of("sv", "fi", "sv"), read.people().stream().map(Sample.Receiver::language).toList());
        assertEquals("=HYPERLINK(1)", read.people().get(0).name());
    }

    @Test
    void it_is_tried_first_and_taken_whole_or_not_at_all() {
        OpenCall call = World.openCall(World.project());
        String page = call.desk() + "/sample";
        Browser lena = as(World.lena()).reading("sv");
        byte[] bad = (COLUMNS + "Åke;Gatan 1;65100;Vasa;sv\nEva;;65100;Vasa;sv\n").getBytes(StandardCharsets.UTF_8);
        byte[] good = (COLUMNS
                + "Åke;Gatan 1;65100;Vasa;sv\nEva;Gatan 2;65100;Vasa;fi\n").getBytes(StandardCharsets.UTF_8);
        assertTrue(text(Upload.sent(lena, page, bad, Map.of())).contains("Rad 3, gatuadress: är tom."));
        assertTrue(text(Upload.sent(lena, page, bad, Map.of("take", "yes"))).contains("Rad 3, gatuadress: är tom."));
        assertTrue(text(Upload.sent(lena, page, good, Map.of())).contains("Rader utan fel: 2."));
        assertEquals(0, World.act(() -> Addressee.count("call", call)));
        assertEquals(303, Upload.sent(lena, page, good, Map.of("take", "yes")).statusCode());
        assertEquals(303, Upload.sent(lena, page, good, Map.of("take", "yes")).statusCode());
        assertEquals(2, World.act(() -> Addressee.count("call", call)), "the same file again takes nobody twice");
        assertEquals(422, Upload.sent(lena, page, new byte[0], Map.of()).statusCode());
        assertEquals(404, as(World.fanny()).tried("GET", page));
    }

    @Test
    void a_program_tries_it_brings_it_and_has_the_letters_written() {
        OpenCall call = World.openCall(World.project());
        String path = "/api/v1/calls/" + call.publicId + "/sample";
        String good = COLUMNS + "Åke;Gatan 1;65100;Vasa;sv\nEva;Gatan 2;65100;Vasa;fi\n";
        table(COLUMNS + "Åke;;65100;Vasa;sv\n").post(path + "/import?dryRun=true").then().statusCode(200)
                .body("accepted", is(0)).body("errors[0].row", is(2)).body("errors[0].field", is("street"));
        table(COLUMNS + "Åke;;65100;Vasa;sv\n").post(path + "/import").then().statusCode(422)
                .body("errors[0].field", is("rows.2.street"));
        api(World.lena()).body("{}").post(path + "/letters").then().statusCode(422);
        table(good).post(path + "/import?dryRun=true").then().statusCode(200).body("accepted", is(2));
        api(World.lena()).get(path).then().statusCode(200).body("people", is(0));
        table(good).post(path + "/import").then().statusCode(200).body("accepted", is(2));
        table(good).post(path + "/import").then().statusCode(200).body("accepted", is(0));
        for (int i = 0; i < 2; i++) api(World.lena()).body("{}").post(path + "/letters").then().statusCode(202)
                .body("people", is(2)).body("written", is(0));
        Arc.container().instance(Sample.class).get().write();
        String batch = api(World.lena()).get(path).then().body("written", is(2)).body("batches[0].letters", is(2))
                .body("batches[0].state", is("ready")).extract().path("batches[0].id");
        api(World.lena()).get("/api/v1/invitations/letters/" + batch + "?format=csv").then().statusCode(200);
        api(World.fanny()).get(path).then().statusCode(404);
    }

    private static RequestSpecification table(String table) {
        return api(World.lena()).contentType("text/csv").body(table.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Response answer) {
        return Jsoup.parse(answer.then().statusCode(200).extract().asString()).text();
    }

    @Test
    void letters_are_written_while_nobody_waits_and_their_codes_open_the_application() {
        OpenCall call = World.openCall(World.project());
        String page = call.desk() + "/sample";
        Browser lena = as(World.lena()).reading("sv");
        lena.get(page).shows("Brev till ett urval");
        lena.post(call.desk(), call.desk() + "/prolonging", "until", "").refuses("until");
        byte[] good = (COLUMNS + "Åke Ek;Gatan 1;65100;Vasa;sv\nEva Ås;Gatan 2;65100;Vasa;fi\n").getBytes(
                StandardCharsets.UTF_8);
        assertEquals(303, Upload.sent(lena, page, good, Map.of("take", "yes")).statusCode());
        lena.post(page, page + "/letters").is(303);
        lena.get(page).shows("Breven skrivs nu");
        Sample sample = Arc.container().instance(Sample.class).get();
        sample.write();
        sample.write();
        lena.get(page).shows("Personer: 2. Skrivna brev: 2.").shows("Alla brev är skrivna");
        List<PersonalLink> links = World.act(() -> PersonalLink.of(call.ref()));
        assertEquals(2, links.size());
        assertTrue(links.stream().allMatch(link -> link.guest && link.codeMark != null));
        LetterBatch batch = World.act(() -> LetterBatch.<LetterBatch>find("project = ?1",
                call.panel.project).firstResult());
        Browser.Page sheets = lena.get(call.panel.project.path() + "/letters/" + batch.publicId + "/sheets")
                .shows("Vill du vara med?").shows("Haluatko mukaan?").shows("hur ofta den träffas");
        assertEquals(0, sheets.document().select(".sheet:contains(förslaget), .sheet:contains(ehdotuksen)").size());
        String codes = lena.get(call.panel.project.path() + "/letters/" + batch.publicId + "/codes").is(200).response.asString();
        String code = codes.lines().filter(line -> line.contains("Åke Ek")).findFirst().orElseThrow().split("\"")[3];
        Browser ake = nobody().reading("sv");
        ake.post("/code", "/code", "letter", code).seesOther("/link").follow().submit("form[action=/link]", Map.of())
                .follow().follow().shows("Å. E.");
    }
}
