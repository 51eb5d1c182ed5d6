/// What is asked of GEOS: validity, repair, union, and the oracle for locating.
///
/// Every function takes and gives plain ``Areas``; handles are made on the spot and die inside. Work over many areas
/// runs in parallel with a context for each thread, and gives the same result for any number of threads.
public enum Overlay {}
