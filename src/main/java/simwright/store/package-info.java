/// Owns the data directory: the SQLite file, its numbered migrations, its one writer thread, and
/// the settings.
@NullMarked
package simwright.store;

import org.jspecify.annotations.NullMarked;
