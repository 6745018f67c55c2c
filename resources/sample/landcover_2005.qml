<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
      <rasterTransparency/>
      <colorPalette>
        <paletteEntry value="1" color="#fae39c" alpha="255" label="Cropland 耕地"/>
        <paletteEntry value="2" color="#446f33" alpha="255" label="Forest 森林"/>
        <paletteEntry value="3" color="#33a02c" alpha="255" label="Shrub 灌木"/>
        <paletteEntry value="4" color="#abd37b" alpha="255" label="Grassland 草地"/>
        <paletteEntry value="5" color="#1e69b4" alpha="255" label="Water 水体"/>
        <paletteEntry value="7" color="#cfbda3" alpha="255" label="Barren 裸地"/>
        <paletteEntry value="8" color="#e24290" alpha="255" label="Impervious 不透水面"/>
      </colorPalette>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
