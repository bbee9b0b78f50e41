package org.hornsten.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.proof.Checkpoint;
import org.hornsten.proof.Hash;
import org.hornsten.proof.Note;
import org.hornsten.proof.Tree;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Proofs by program: an entry's place in the log, and that the log has only grown. Hashes tell nothing of anybody. */
@Tag(name = "Log")
@Path("/api/v1/log")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirementsSet
class LogApi {
    private final Logged logged;
    private final Shelf shelf;

    LogApi(Logged logged, Shelf shelf) {
        this.logged = logged;
        this.shelf = shelf;
    }

    /** @param hashes base64 (RFC 9162 section 2.1.4) */
    public record Grown(long from, long treeSize, List<String> hashes, String checkpoint) {}

    @GET
    @Path("entries/{seq}/proof")
    @Operation(summary = "Proves that an entry of the ledger stands in the log")
    public Logged.Included included(@RestPath long seq) {
        return logged.included(seq).orElseThrow(Missing::new);
    }

    @GET
    @Path("consistency")
    @Operation(summary = "Proves that the log of an earlier size is the beginning of today's")
    public Grown grown(@RestQuery Long from) {
        String note = shelf.newest().orElseThrow(Missing::new);
        Tree tree = new Tree(shelf, Checkpoint.read(Note.read(note).text()).size());
        if (from == null || from < 0 || from > tree.size()) throw new Refused("from", "log:never_that_size",
                tree.size());
        return new Grown(from, tree.size(), tree.consistency(from).stream().map(Hash::base64).toList(), note);
    }
}
