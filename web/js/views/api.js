/** The page /docs/api. */
import "../components/api-reference.js";
