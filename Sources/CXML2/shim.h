// libxml2's encoding.h draws in the ICU of the system, whose types clash with those of Foundation's own ICU in any file that imports
// both. We use no encoding handlers, the only structs that know ICU.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemastypes.h>
