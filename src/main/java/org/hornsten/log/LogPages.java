package org.hornsten.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import org.hornsten.kit.Missing;
import org.hornsten.proof.Hash;
import org.hornsten.proof.Tile;
import org.jboss.resteasy.reactive.RestPath;

/** The log as programs read it: the tlog-tiles format of C2SP, for anybody and without sign-in. */
@Path("/log")
@PermitAll
class LogPages {
    private static final int ENTRY_SIZE_HIGH = 0;
    private final Shelf shelf;
    private final Signer signer;

    LogPages(Shelf shelf, Signer signer) {
        this.shelf = shelf;
        this.signer = signer;
    }

    @GET
    @Path("checkpoint")
    @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
    public Response checkpoint() {
        return Response.ok(shelf.newest().orElseThrow(Missing::new)).build();
    }

    /** The key that checks the signature of checkpoints, on one line. */
    @GET
    @Path("key")
    @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
    public Response key() {
        if (!signer.hasKey()) throw new Missing();
        return Response.ok(signer.verifier().text() + "\n").build();
    }

    @GET
    @Path("tile/{level:\\d}/{position:.+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@RestPath int level, @RestPath String position) {
        return Response.ok(part(level, position)).build();
    }

    /** What leaves are hashed from: for each its length, in two bytes, and 32 bytes that tell nothing by themselves. */
    @GET
    @Path("tile/entries/{position:.+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response entries(@RestPath String position) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (Hash entry : Hash.list(part(Shelf.ENTRIES, position))) {
            bundle.write(ENTRY_SIZE_HIGH);
            bundle.write(Hash.SIZE);
            bundle.writeBytes(entry.bytes());
        }
        return Response.ok(bundle.toByteArray()).build();
    }

    private byte[] part(int level, String position) {
        return Tile.asked(position).flatMap(asked -> shelf.part(level, asked)).orElseThrow(Missing::new);
    }
}
