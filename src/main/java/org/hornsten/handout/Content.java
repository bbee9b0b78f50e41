package org.hornsten.handout;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What stands in a file; apart from its label, so that a list of files reads none of them. */
@Entity
@Table(name = "handout_content")
class Content extends PanacheEntityBase {
    @Id public Long handoutId;
    @Column(columnDefinition = "longblob") public byte[] bytes;

    Content() {}

    Content(Long handoutId, byte[] bytes) {
        this.handoutId = handoutId;
        this.bytes = bytes;
    }
}
