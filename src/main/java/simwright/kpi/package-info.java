/// Owns measures of how devices do: which there are, and their figures computed from the book,
/// never without how many they were made of.
@NullMarked
package simwright.kpi;

import org.jspecify.annotations.NullMarked;
