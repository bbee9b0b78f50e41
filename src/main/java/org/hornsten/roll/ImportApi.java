package org.hornsten.roll;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.document.Table;
import org.hornsten.identity.Me;
import org.hornsten.ledger.Kept;
import org.hornsten.panel.Panel;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Lists of members for other programs: all rows or none. */
@Tag(name = "People")
@Path("/api/v1/projects/{project}/panels/{panel}/members/import")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ImportApi {
    private final Me me;
    private final Imports imports;
    private final Shell shell;

    ImportApi(Me me, Imports imports, Shell shell) {
        this.me = me;
        this.imports = imports;
        this.shell = shell;
    }

    /** @param row as a spreadsheet counts it; the columns' names are row 1 */
    @Schema(name = "WrongRow")
    record WrongRow(int row, String field, String message) {}

    @Schema(name = "ImportOutcome")
    record Told(int accepted, List<WrongRow> errors) {}

    @POST
    @Consumes("text/csv")
    @Kept
    @Operation(summary = "Seats everybody of a table, or with dryRun=true only tells what would become of each row")
    public Told bring(@RestPath String project, @RestPath("panel") String id, @RestQuery String dryRun, byte[] file) {
        Panel panel = Panel.ledBy(me, id).within(project);
        Table table = Table.sent(Optional.ofNullable(file).orElseThrow(BadRequestException::new));
        Imports.Outcome outcome = "true".equals(dryRun) ? imports.dry(me, id, table)
                : imports.store(me, panel, table);
        return new Told(outcome.accepted(), outcome.wrong().stream().map(wrong -> new WrongRow(wrong.row(),
                wrong.field(), shell.say(wrong.why().key, wrong.why().arguments.toArray()))).toList());
    }
}
