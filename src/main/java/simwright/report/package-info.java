/// Owns reports as functions of finished records: JSON, JUnit XML and HTML.
@NullMarked
package simwright.report;

import org.jspecify.annotations.NullMarked;
